package io.fleetgram.demo.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Finds processes by a variable in their environment, which children inherit, whatever their session and parent. */
final class Marked {

    private Marked() {}

    static List<ProcessHandle> with(String variable, String value) {
        var entry = variable + "=" + value;
        return ProcessHandle.allProcesses()
                .filter(process -> bears(entry, Path.of("/proc", Long.toString(process.pid()), "environ")))
                .toList();
    }

    /** The words of a process's command line; none if it is gone. */
    static List<String> words(ProcessHandle process) {
        return read(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
    }

    private static boolean bears(String entry, Path environment) {
        return read(environment).contains(entry);
    }

    private static List<String> read(Path file) {
        try {
            return Arrays.asList(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException goneOrNotOurs) {
            return List.of();
        }
    }
}
