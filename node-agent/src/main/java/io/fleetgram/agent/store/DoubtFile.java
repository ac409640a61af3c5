package io.fleetgram.agent.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Remembers over restarts of the agent that the stored state is in doubt, and why. */
record DoubtFile(Path file) {

    static DoubtFile of(Path state) {
        return new DoubtFile(state.resolveSibling(state.getFileName() + ".doubt"));
    }

    Optional<String> read() throws IOException {
        return Files.exists(file)
                ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    void write(String doubt) throws IOException {
        AtomicFile.write(file, (doubt + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void delete() throws IOException {
        AtomicFile.delete(file);
    }
}
