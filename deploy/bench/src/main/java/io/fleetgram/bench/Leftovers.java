package io.fleetgram.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cores outlive their agents, but not a benchmark. */
final class Leftovers {

    private Leftovers() {}

    /** Ends every process that works in a directory, and removes the directory. */
    static void remove(Path directory) {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), directory))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
        io.fleetgram.parts.cache.PartsCache.delete(directory);
    }

    private static boolean worksIn(long pid, Path directory) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", "" + pid, "cwd")).startsWith(directory);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
