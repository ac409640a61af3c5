package io.fleetgram.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the numbers were measured on. */
record Machine(String processor, int cores, String system, String jdk) {

    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    static Machine ofThisJvm() {
        return new Machine(
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", "JDK") + " (" + Runtime.version() + ")");
    }

    private static String processorName() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + PROCESSORS, e);
        }
    }

    String line() {
        return "%s, %d cores; %s; %s".formatted(processor, cores, system, jdk);
    }
}
