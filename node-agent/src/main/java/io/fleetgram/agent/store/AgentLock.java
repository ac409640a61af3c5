package io.fleetgram.agent.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Keeps a second agent out of a directory, for as long as this process lives or until it is closed. */
public final class AgentLock implements Closeable {

    /** What trying to take the lock led to. */
    public sealed interface Taking {

        record Taken(AgentLock lock) implements Taking {}

        /** Another process has it. */
        record Held(String byProcess) implements Taking {}
    }

    private final RandomAccessFile file;
    private final FileLock lock;

    private AgentLock(RandomAccessFile file, FileLock lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Takes the lock if nobody has it, and writes our process id into it for people to read. */
    public static Taking take(Path path, long ownProcessId) throws IOException {
        if (!Files.exists(path)) {
            AtomicFile.create(path);
        }
        var file = new RandomAccessFile(path.toFile(), "rw");
        var lock = lockOf(file);
        if (lock == null) {
            file.close();
            return new Taking.Held(
                    Files.readString(path, StandardCharsets.US_ASCII).strip());
        }
        file.setLength(0);
        file.write((ownProcessId + "\n").getBytes(StandardCharsets.US_ASCII));
        return new Taking.Taken(new AgentLock(file, lock));
    }

    private static @Nullable FileLock lockOf(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
    }
}
