package io.fleetgram.parts.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A program run to its end, with what it printed. */
public record Command(List<String> words, Map<String, String> environment, Optional<Path> directory) {

    public Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** {@code exitCode} is -1 when the program was not found or did not end in time. */
    public record Ended(int exitCode, String output) {
        public boolean well() {
            return exitCode == 0;
        }

        public String lastLine() {
            return output.strip().lines().reduce((first, second) -> second).orElse("");
        }
    }

    public static Command of(String... words) {
        return new Command(List.of(words), Map.of(), Optional.empty());
    }

    public Command with(String variable, String value) {
        var more = new java.util.HashMap<>(environment);
        more.put(variable, value);
        return new Command(words, more, directory);
    }

    public Command in(Path newDirectory) {
        return new Command(words, environment, Optional.of(newDirectory));
    }

    /** Standard output and standard error come together, in the order in which they were written. */
    public Ended run(Duration limit) {
        try {
            var output = Files.createTempFile("fleetgram-command", ".txt");
            try {
                return run(limit, output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the output of " + words, e);
        }
    }

    private Ended run(Duration limit, Path output) throws IOException {
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectInput(new java.io.File("/dev/null"))
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        directory.ifPresent(path -> builder.directory(path.toFile()));
        Process process;
        try {
            process = builder.start();
        } catch (IOException notFound) {
            return new Ended(-1, String.valueOf(notFound.getMessage()));
        }
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Ended(-1, words + " did not end within " + limit);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return new Ended(-1, words + " was interrupted");
        }
        return new Ended(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }
}
