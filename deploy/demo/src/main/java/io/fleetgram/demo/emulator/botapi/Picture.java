package io.fleetgram.demo.emulator.botapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** What the bytes of a picture say of its size. */
public sealed interface Picture {

    /** In pixels. */
    record Size(int width, int height) implements Picture {

        /** Sides together at most 10000 pixels, at most 20 times longer than wide. */
        public boolean isRefused() {
            return width + height > 10_000 || width > 20 * height || height > 20 * width;
        }
    }

    /** Not PNG, JPEG, GIF or BMP. */
    record Unreadable() implements Picture {}

    /** Reads the picture's head only. */
    static Picture measure(byte[] bytes) {
        try (var stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return new Unreadable();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream);
                return new Size(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException broken) {
            return new Unreadable();
        }
    }
}
