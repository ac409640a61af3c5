package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.CommandFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The last lines of what the core wrote: its own log, and before it what it said on its output. */
final class LogTail {

    private LogTail() {}

    /** Returns at most so many lines, without secrets, together at most as long as a command's file may be. */
    static List<String> of(List<Path> files, int most) throws IOException {
        var lines = new ArrayList<String>();
        for (var file : files) {
            if (Files.exists(file)) {
                lines.addAll(tail(file, most));
            }
        }
        var last = lines.subList(Math.max(0, lines.size() - most), lines.size()).stream()
                .map(Secrets::masked)
                .toList();
        int from = last.size();
        long length = 0;
        while (from > 0 && length + bytes(last.get(from - 1)) <= CommandFile.LARGEST) {
            from--;
            length += bytes(last.get(from));
        }
        return last.subList(from, last.size());
    }

    private static List<String> tail(Path file, int most) throws IOException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, in.length() - CommandFile.LARGEST);
            in.seek(start);
            var bytes = new byte[(int) (in.length() - start)];
            in.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            // The first line may be cut.
            var whole = start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
            return whole.subList(Math.max(0, whole.size() - most), whole.size());
        }
    }

    private static int bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1;
    }
}
