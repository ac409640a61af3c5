package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Operators;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Answers what people write and tap. */
final class Conversation {

    /** How often at most a person without rights is answered in one chat. */
    static final Duration STRANGER_PAUSE = Duration.ofDays(1);

    private final Operators operators;
    private final Chats chats;
    private final Languages languages;
    private final Taps taps;
    private final TypedText typedText;
    private final Painter painter;
    private final InstantSource time;

    Conversation(
            Operators operators,
            Chats chats,
            Languages languages,
            Taps taps,
            TypedText typedText,
            Painter painter,
            InstantSource time) {
        this.operators = operators;
        this.chats = chats;
        this.languages = languages;
        this.taps = taps;
        this.typedText = typedText;
        this.painter = painter;
        this.time = time;
    }

    /**
     * Answers one update. Changes are made through {@code once}; all else is in the turn.
     *
     * @param acted the change was already made, before a restart
     */
    Turn answer(Incoming incoming, boolean acted, TraceId trace, Once once) {
        return switch (incoming) {
            case Incoming.Tap tap ->
                visit(tap.place(), tap.person(), trace)
                        .map(visit -> visit.tappedOn(tap.messageId()))
                        .map(visit -> acted ? restarted(visit) : taps.tapped(visit, tap.data(), once))
                        .orElseGet(() -> stranger(tap.place(), tap.person()));
            case Incoming.Typed typed ->
                visit(typed.place(), typed.person(), trace)
                        .map(Visit::movedBelow)
                        .map(visit -> acted ? restarted(visit) : typedText.typed(visit, typed.text(), once))
                        .orElseGet(() -> stranger(typed.place(), typed.person()));
            case Incoming.ChatLost lost -> Turn.silent("chat lost");
            case Incoming.Ignored ignored -> Turn.silent("ignored");
        };
    }

    /** Says that the update could not be handled, and under which trace id the log tells why. */
    Turn failed(Incoming incoming, TraceId trace) {
        return switch (incoming) {
            case Incoming.Tap tap -> failed(tap.person(), trace);
            case Incoming.Typed typed -> failed(typed.person(), trace);
            case Incoming.ChatLost lost -> Turn.silent("failed, nobody told");
            case Incoming.Ignored ignored -> Turn.silent("failed, nobody told");
        };
    }

    private Turn failed(Person person, TraceId trace) {
        var texts = languages.of(person.language(), Optional.empty());
        var view = View.of(texts.html("kit.failed", Html.code(trace.text())));
        return operators.find(person.id()).isEmpty()
                ? Turn.silent("failed, nobody told")
                : Turn.beside(new Outgoing.Alert(view), Turn.FAILURE_TOLD);
    }

    private Turn restarted(Visit visit) {
        return Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.acted")))
                .called("answered after a restart");
    }

    private Optional<Visit> visit(Place place, Person person, TraceId trace) {
        return operators.find(person.id()).map(operator -> {
            var chat = chats.find(place.chatId()).orElseGet(() -> Chat.unseen(place.chatId()));
            var texts = languages.of(chat.language().or(person::language), chat.zone());
            return new Visit(operator, chat, texts, trace, time.instant(), false);
        });
    }

    private Turn stranger(Place place, Person person) {
        var now = time.instant();
        boolean told = chats.find(place.chatId())
                .flatMap(Chat::strangerToldAt)
                .filter(at -> at.plus(STRANGER_PAUSE).isAfter(now))
                .isPresent();
        if (told || !place.isPrivate()) {
            return Turn.silent("stranger");
        }
        var texts = languages.of(person.language(), Optional.empty());
        var view = View.of(texts.html("kit.stranger", Html.code(String.valueOf(person.id()))));
        return Turn.beside(new Outgoing.Notice(view), Turn.STRANGER_TOLD);
    }
}
