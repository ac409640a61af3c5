package io.fleetgram.agent.core.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Why a core gave up, out of what it wrote. */
final class LastWords {

    private static final int LONGEST = 400;
    private static final int TAIL = 16 * 1024;

    private LastWords() {}

    /** Returns the line with the reason: that of a panic, else the last one. */
    static String of(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String line = lines.stream()
                .filter(candidate -> candidate.startsWith("panic:") || candidate.startsWith("Failed to start"))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "it said nothing" : lines.getLast());
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Reads the end of a file that may be long. */
    static String ofFile(Path file) {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(Math.max(0, in.length() - TAIL));
            var tail = new byte[(int) Math.min(TAIL, in.length())];
            in.readFully(tail);
            return of(new String(tail, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "its output could not be read: " + e.getMessage();
        }
    }
}
