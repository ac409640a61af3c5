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

    private static boolean bears(String entry, Path environment) {
        try {
            var variables = new String(Files.readAllBytes(environment), StandardCharsets.UTF_8).split("\0", -1);
            return Arrays.asList(variables).contains(entry);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
