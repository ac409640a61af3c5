package io.fleetgram.agent.core.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that is run to its end, with its output in a file. */
record OneShot(List<String> command, Map<String, String> environment, Path output, Duration longest) {

    /** How it ended. */
    sealed interface End {

        record Exited(int code, String output) implements End {}

        /** It could not be run, or did not end in time and was killed. */
        record NotDone(String why) implements End {}
    }

    End run() {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            try {
                if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                    return new End.NotDone(command.get(0) + " did not end within " + longest.toSeconds() + " s");
                }
            } finally {
                process.destroyForcibly();
            }
            return new End.Exited(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return new End.NotDone(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new End.NotDone("the agent is stopping");
        }
    }
}
