package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.CoreWish;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file that is there while the core is to stay stopped, and says why; whatever it holds, being there is what counts. */
public record CoreWishFile(Path file) implements CoreWish {

    @Override
    public Optional<String> stopped() {
        return Files.exists(file) ? Optional.of(reason()) : Optional.empty();
    }

    private String reason() {
        try {
            // Damaged text is replaced, never an error.
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? "an operator stopped it" : text;
        } catch (IOException unreadable) {
            return "an operator stopped it; the reason in %s cannot be read: %s".formatted(file, unreadable);
        }
    }

    @Override
    public void keepStopped(String why) throws IOException {
        AtomicFile.write(file, (why + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void letRun() throws IOException {
        AtomicFile.delete(file);
    }
}
