package io.fleetgram.parts.cache;

import io.fleetgram.parts.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A directory of fetched parts: {@code $FLEETGRAM_CACHE}, else {@code ~/.cache/fleetgram}.
 *
 * <p>An entry appears whole or not at all: it is filled beside its place and renamed, under a lock that holds between processes.
 */
public record PartsCache(Path directory) {

    private static final String UNFINISHED = "unfinished-";
    private static final ReentrantLock WITHIN_THIS_JVM = new ReentrantLock();

    /** Fills an empty directory with a part. */
    public interface Filler {
        /** Empty when the part is there now; else why it could not be had. */
        Optional<String> fill(Path empty) throws IOException;
    }

    public static PartsCache standard() {
        return new PartsCache(Optional.ofNullable(System.getenv("FLEETGRAM_CACHE"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .orElseGet(() -> home().resolve(".cache/fleetgram"))
                .toAbsolutePath());
    }

    private static Path home() {
        return Path.of(Optional.ofNullable(System.getenv("HOME")).orElseGet(() -> System.getProperty("user.home")));
    }

    /** The entry's directory, filled now if it was not there. */
    public Found<Path> obtain(String entry, Filler filler) {
        var place = directory.resolve(entry);
        if (Files.isDirectory(place)) {
            return new Found.Present<>(place);
        }
        WITHIN_THIS_JVM.lock();
        try {
            Files.createDirectories(directory);
            try (var channel = FileChannel.open(
                            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return Files.isDirectory(place) && lock.isValid() ? new Found.Present<>(place) : fill(place, filler);
            }
        } catch (IOException e) {
            return new Found.Missing<>("the cache " + directory + " cannot be used: " + e);
        } finally {
            WITHIN_THIS_JVM.unlock();
        }
    }

    private Found<Path> fill(Path place, Filler filler) throws IOException {
        removeLeftovers();
        var beside = Files.createTempDirectory(directory, UNFINISHED);
        try {
            var failure = filler.fill(beside);
            if (failure.isPresent()) {
                return new Found.Missing<>(failure.get());
            }
            Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            return new Found.Present<>(place);
        } finally {
            delete(beside);
        }
    }

    /** A directory for the time of filling one entry; whatever becomes of this process, it is removed in the end. */
    public static Path workBeside(Path empty) throws IOException {
        return Files.createTempDirectory(empty.getParent(), UNFINISHED);
    }

    /** Under the lock nobody else is filling: what is unfinished was left by a process that was killed. */
    private void removeLeftovers() throws IOException {
        try (var paths = Files.list(directory)) {
            paths.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .forEach(PartsCache::delete);
        }
    }

    /** Removes a directory with all that is in it; one that is not there is fine. */
    public static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not remove " + tree, e);
        }
    }
}
