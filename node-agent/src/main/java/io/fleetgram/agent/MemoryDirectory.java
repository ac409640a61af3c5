package io.fleetgram.agent;

import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds a directory in memory that outlives the agent and not the machine, and in it one of our own.
 *
 * <p>Several agents on one machine have one each, named after their directory on disk.
 */
final class MemoryDirectory {

    private static final List<Path> CANDIDATES = List.of(Path.of("/run"), Path.of("/dev/shm"));

    private MemoryDirectory() {}

    /** Returns the directory; the agent's own directory on disk if no memory can be had, which is then no help. */
    static Path of(AgentDirectory directory, Optional<Path> chosen) throws IOException {
        for (var candidate : chosen.map(List::of).orElse(CANDIDATES)) {
            if (Files.isWritable(candidate) && (chosen.isPresent() || isInMemory(candidate))) {
                var own = candidate.resolve("fleetgram-agent-" + name(directory));
                AtomicFile.createDirectory(own);
                if (isOurs(own)) {
                    return own;
                }
            }
        }
        return directory.root();
    }

    private static boolean isInMemory(Path candidate) throws IOException {
        return Files.getFileStore(candidate).type().equals("tmpfs");
    }

    /** Somebody else's directory, or a link to one, would let them put an older position there. */
    private static boolean isOurs(Path own) throws IOException {
        return Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(own, LinkOption.NOFOLLOW_LINKS).getName().equals(System.getProperty("user.name"));
    }

    private static String name(AgentDirectory directory) throws IOException {
        var real = directory.root().toRealPath().toString();
        return UUID.nameUUIDFromBytes(real.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
