package io.fleetgram.demo.stack;

import io.fleetgram.parts.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The processes that descend from this JVM's stack, however far down and in whatever session: a core outlives its agent on
 * purpose, and must not outlive the demo. They are known by a variable in their environment, which children inherit.
 */
final class Leftovers {

    static final String VARIABLE = "FLEETGRAM_STACK";

    private static final String MARK = UUID.randomUUID().toString();

    /** Reads until the pipe from the JVM breaks, which it does however the JVM ends; then kills what bears the mark. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            cat >/dev/null
            for round in 1 2 3; do
              for file in $(grep -lszx "$1=$2" /proc/[0-9]*/environ); do
                pid=${file#/proc/}
                kill -9 "${pid%/environ}" 2>/dev/null
              done
            done
            """;

    private static final class Watcher {
        static final Process SHELL = start();

        private static Process start() {
            var setsid = Programs.find("setsid").map(Path::toString).stream();
            var words = Stream.concat(setsid, Stream.of("/bin/sh", "-c", SCRIPT, "sh", VARIABLE, MARK));
            try {
                return new ProcessBuilder(words.toList())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("Could not start the shell that ends leftover processes", e);
            }
        }
    }

    private Leftovers() {}

    static String mark() {
        return MARK;
    }

    static void endWithThisJvm() {
        if (!Watcher.SHELL.isAlive()) {
            throw new IllegalStateException("The shell that ends leftover processes is gone");
        }
    }

    /** Returns what still runs with this JVM's mark. */
    static List<ProcessHandle> all() {
        return Marked.with(VARIABLE, MARK);
    }
}
