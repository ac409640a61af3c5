package io.fleetgram.bench.controller;

import io.fleetgram.bench.bare.Pki;
import io.fleetgram.parts.process.Guard;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;

/** A process of many nodes, each with a poll at one controller; ends with this JVM at the latest. */
final class Herd implements AutoCloseable {

    private final Process process;
    private final BufferedReader answers;
    private final OutputStream questions;
    private final Path log;

    private Herd(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        this.questions = process.getOutputStream();
    }

    static Herd at(int port, X509Certificate authority, List<Pki.Identity> identities, Path directory)
            throws IOException {
        Files.createDirectories(directory);
        var file = directory.resolve("identities");
        var log = directory.resolve("herd.log");
        HerdMain.write(file, authority, identities);
        var process = Guard.start(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+IgnoreUnrecognizedVMOptions",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        HerdMain.class.getName(),
                        "" + port,
                        file.toString())
                .redirectError(log.toFile()));
        return new Herd(process, log);
    }

    /** Waits until all of them hold a version, and returns when each came to. */
    long[] moments(long version) throws IOException {
        questions.write((version + "\n").getBytes(StandardCharsets.US_ASCII));
        questions.flush();
        var line = answers.readLine();
        if (line == null) {
            throw new IOException("the polls have ended: " + Files.readString(log));
        }
        return Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
