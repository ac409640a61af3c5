package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A view as the outbox keeps it, in JSON; the bytes of the picture or the file are kept beside it.
 *
 * @param pictureName empty without a picture
 * @param documentName empty without a file; missing in messages of older releases
 */
record MessageBody(
        String text,
        List<List<ButtonBody>> rows,
        String pictureName,
        @Nullable String documentName) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** A button: {@code target} is an address, a text to copy or a link, by its kind. */
    record ButtonBody(Kind kind, String label, String target, Button.Style style) {
        enum Kind {
            GO,
            COPY,
            LINK
        }
    }

    static String write(View view) {
        var rows = view.rows().stream()
                .map(row -> row.stream().map(MessageBody::body).toList())
                .toList();
        var name = view.picture().map(View.Picture::fileName).orElse("");
        var documentName = view.document().map(View.Document::fileName).orElse("");
        return JSON.writeValueAsString(new MessageBody(view.text().markup(), rows, name, documentName));
    }

    /** Returns the bytes that are kept beside the words, if there are any. */
    static Optional<byte[]> attachment(View view) {
        return view.document()
                .map(View.Document::content)
                .or(() -> view.picture().map(View.Picture::png));
    }

    static View read(String json, byte @Nullable [] attachment) {
        var body = JSON.readValue(json, MessageBody.class);
        var rows = body.rows().stream()
                .map(row -> row.stream().map(MessageBody::button).toList())
                .toList();
        var view = new View(new Html(body.text()), rows, Optional.empty());
        if (attachment == null) {
            return view;
        }
        var documentName = body.documentName();
        return documentName == null || documentName.isEmpty()
                ? view.with(new View.Picture(body.pictureName(), attachment))
                : view.with(new View.Document(documentName, attachment));
    }

    private static ButtonBody body(Button button) {
        return switch (button) {
            case Button.Go go ->
                new ButtonBody(ButtonBody.Kind.GO, go.label(), go.to().text(), go.style());
            case Button.Copy copy ->
                new ButtonBody(ButtonBody.Kind.COPY, copy.label(), copy.text(), Button.Style.PLAIN);
            case Button.Link link -> new ButtonBody(ButtonBody.Kind.LINK, link.label(), link.url(), Button.Style.PLAIN);
        };
    }

    private static Button button(ButtonBody body) {
        return switch (body.kind()) {
            case GO -> new Button.Go(body.label(), Address.parse(body.target()), body.style());
            case COPY -> new Button.Copy(body.label(), body.target());
            case LINK -> new Button.Link(body.label(), body.target());
        };
    }
}
