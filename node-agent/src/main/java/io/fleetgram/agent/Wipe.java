package io.fleetgram.agent;

import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.store.AgentDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Removes everything that a removed node should not keep: keys, state, users, journal.
 *
 * <p>The credentials go last: as long as they are there, the next start asks the controller again and ends here again.
 */
final class Wipe {

    private Wipe() {}

    /** Removes what the machine knows and counted as another node; the core's users among it. */
    static void state(AgentDirectory directory) throws IOException {
        tree(directory.batches());
        var core = new CoreDirectory(directory.core());
        for (var file : List.of(
                core.stopped(), core.next(), core.nextContent(), core.running(), core.runningContent(), core.users())) {
            Files.deleteIfExists(file);
        }
        try (Stream<Path> files = Files.list(directory.root())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (isStateOrJournal(file, directory)) {
                    Files.delete(file);
                }
            }
        }
    }

    static void everything(AgentDirectory directory) throws IOException {
        for (var first : List.of(directory.core(), directory.batches())) {
            tree(first);
        }
        try (Stream<Path> files = Files.list(directory.root())) {
            for (var file : files.toList()) {
                if (!file.equals(directory.lock()) && !file.equals(directory.credentials())) {
                    tree(file);
                }
            }
        }
        Files.deleteIfExists(directory.credentials());
    }

    private static boolean isStateOrJournal(Path file, AgentDirectory directory) {
        var name = String.valueOf(file.getFileName());
        return Stream.of(directory.state(), directory.journal(), directory.commands())
                .map(known -> String.valueOf(known.getFileName()))
                .anyMatch(known -> name.equals(known) || name.startsWith(known + "."));
    }

    static void tree(Path from) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(from)) {
            for (var path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
