package io.fleetgram.demo.emulator.botapi;

import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.StoredFile;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.FormattedText;

/** Takes pictures and documents out of a request: uploaded, or named by the id of one sent before. */
final class InputFile {
    private static final int MOST_PHOTO_BYTES = 10 << 20;

    private final World world;

    InputFile(World world) {
        this.world = world;
    }

    /**
     * A picture.
     *
     * @param given the argument's text: a file id, {@code attach://name}, or empty for the part called {@code part}
     */
    Content.Photo photo(Arguments arguments, String part, String given, boolean spoiler, FormattedText caption) {
        var file = file(arguments, part, given, "photos", "photo");
        var bytes =
                world.files().content(file).orElseThrow(() -> Refusal.badRequest("Wrong file identifier specified"));
        if (bytes.length > MOST_PHOTO_BYTES) {
            throw Refusal.badRequest("File of size %d bytes is too big for a photo; the maximum size is %d bytes"
                    .formatted(bytes.length, MOST_PHOTO_BYTES));
        }
        return switch (Picture.measure(bytes)) {
            case Picture.Unreadable unreadable -> throw Refusal.badRequest("IMAGE_PROCESS_FAILED");
            case Picture.Size size -> {
                if (size.isRefused()) {
                    throw Refusal.badRequest("PHOTO_INVALID_DIMENSIONS");
                }
                yield new Content.Photo(file.id(), size.width(), size.height(), spoiler, caption);
            }
        };
    }

    /** A document; see {@link #photo}. */
    Content.Document document(Arguments arguments, String part, String given, FormattedText caption) {
        return new Content.Document(
                file(arguments, part, given, "documents", "document").id(), caption);
    }

    private StoredFile file(Arguments arguments, String part, String given, String folder, String what) {
        var name = given.startsWith("attach://") ? given.substring("attach://".length()) : part;
        var upload = arguments.files().get(name);
        if (upload != null) {
            if (upload.content().length == 0) {
                throw Refusal.badRequest("File must be non-empty");
            }
            return world.files().add(folder, upload.fileName(), upload.mediaType(), upload.content());
        }
        if (given.isEmpty() || given.startsWith("attach://")) {
            throw Refusal.badRequest("There is no " + what + " in the request");
        }
        if (given.startsWith("http://") || given.startsWith("https://")) {
            throw Refusal.badRequest("Failed to get HTTP URL content");
        }
        return world.files()
                .find(given)
                .orElseThrow(() -> Refusal.badRequest("Wrong file identifier/HTTP URL specified"));
    }
}
