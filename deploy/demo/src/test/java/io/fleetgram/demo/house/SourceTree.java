package io.fleetgram.demo.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that belong to the product, as git knows them: committed, or new and not ignored. */
record SourceTree(Path root) {

    /** Finds the root of the checkout from the build's own property. */
    static SourceTree ofThisBuild() {
        return new SourceTree(Path.of(System.getProperty("fleetgram.root", "../.."))
                .toAbsolutePath()
                .normalize());
    }

    List<Path> files() {
        try {
            var git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException("git ls-files failed in " + root + "; the rules need a git checkout");
            }
            return names.isEmpty()
                    ? List.of()
                    : List.of(names.split("\0")).stream()
                            .map(Path::of)
                            .filter(file -> Files.isRegularFile(root.resolve(file)))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listing files", e);
        }
    }

    /** Returns the lines of a text file; a file that is not UTF-8 text has none. */
    List<String> lines(Path file) {
        try {
            return Files.readAllLines(root.resolve(file), StandardCharsets.UTF_8);
        } catch (java.nio.charset.MalformedInputException binary) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
