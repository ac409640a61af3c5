package io.fleetgram.agent.core.file;

import io.fleetgram.agent.store.AtomicFile;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that is written beside another one in order to take its place; it is on disk before it does. */
final class Draft {

    /** Writes the text, piece by piece. */
    @FunctionalInterface
    interface Author {
        void write(Writer out) throws IOException;
    }

    private final Path draft;
    private final Path target;

    private Draft(Path draft, Path target) {
        this.draft = draft;
        this.target = target;
    }

    /** Writes and syncs a file that only its owner can read. */
    static Draft of(Path target, Author author) throws IOException {
        var draft = draftOf(target);
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var file = new FileOutputStream(draft.toFile());
                var out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8))) {
            author.write(out);
            out.flush();
            file.getFD().sync();
        }
        return new Draft(draft, target);
    }

    /** Takes over another file's content and rights. */
    static Draft copy(Path from, Path target) throws IOException {
        var draft = draftOf(target);
        Files.copy(from, draft, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        return new Draft(draft, target);
    }

    /** The ending stays: a core tells a file's format by it. */
    private static Path draftOf(Path target) {
        return target.resolveSibling("draft." + target.getFileName());
    }

    Path path() {
        return draft;
    }

    /** Takes the target's place; when this returns, that survives a power cut. */
    void install() throws IOException {
        AtomicFile.rename(draft, target);
    }

    void discard() throws IOException {
        Files.deleteIfExists(draft);
    }
}
