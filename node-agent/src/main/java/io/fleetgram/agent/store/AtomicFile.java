package io.fleetgram.agent.store;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that are either old or new but never half: written beside, synced, renamed over, and the rename synced.
 *
 * <p>Everything the agent writes is readable and writable by its owner alone (0600, directories 0700).
 */
public final class AtomicFile {

    static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private AtomicFile() {}

    /** Replaces the file's content; when this returns the new content survives a power cut. */
    public static void write(Path file, byte[] content) throws IOException {
        var beside = beside(file);
        create(beside);
        try (var out = new FileOutputStream(beside.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        rename(beside, file);
    }

    /** Renames over whatever is there; when this returns the rename survives a power cut. */
    public static void rename(Path from, Path to) throws IOException {
        syncDirectory(move(from, to));
    }

    /** Renames over whatever is there; returns the directory, which must be synced before the rename survives a power cut. */
    static Path move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return directoryOf(to);
    }

    /** Removes the file, if it is there; when this returns the removal survives a power cut. */
    public static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) {
            syncDirectory(directoryOf(file));
        }
    }

    /** Makes a directory that only its owner can enter, and what is missing above it. */
    public static void createDirectory(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY_DIRECTORY));
        }
    }

    /** Makes an empty file, whatever was there before. */
    static void create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /** Returns the name under which a file's next content is prepared. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Makes the names in a directory survive a power cut. */
    public static void syncDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path directoryOf(Path file) {
        var parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        return parent;
    }
}
