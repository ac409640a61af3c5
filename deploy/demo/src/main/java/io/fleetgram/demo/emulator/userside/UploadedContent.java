package io.fleetgram.demo.emulator.userside;

import io.fleetgram.demo.emulator.botapi.Picture;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Files;
import io.fleetgram.demo.emulator.text.FormattedText;
import java.net.URLConnection;
import java.util.Optional;

/** Pictures and documents that people send. */
public record UploadedContent(Files files) {

    public Content photo(byte[] bytes, FormattedText caption) {
        return switch (Picture.measure(bytes)) {
            case Picture.Unreadable unreadable -> throw new Impossible("“photo” is no PNG, JPEG or GIF");
            case Picture.Size size -> {
                var file = files.add("photos", "photo.jpg", "image/jpeg", bytes);
                yield new Content.Photo(file.id(), size.width(), size.height(), false, caption);
            }
        };
    }

    public Content document(String name, byte[] bytes, FormattedText caption) {
        var type = Optional.ofNullable(URLConnection.guessContentTypeFromName(name))
                .orElse("application/octet-stream");
        return new Content.Document(files.add("documents", name, type, bytes).id(), caption);
    }
}
