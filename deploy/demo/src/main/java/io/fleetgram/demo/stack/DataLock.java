package io.fleetgram.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two stacks off one data directory. */
final class DataLock implements AutoCloseable {

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws DidNotStart if another stack runs on the directory
     */
    static DataLock take(Path data) {
        try {
            Files.createDirectories(data);
            var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isFree(channel)) {
                return new DataLock(channel);
            }
            channel.close();
            throw new DidNotStart("Another demo runs on " + data + ": stop it first, or choose another --data.");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + data, e);
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException lockedByThisJvm) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not unlock the data directory", e);
        }
    }
}
