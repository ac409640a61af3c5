package io.fleetgram.parts.junit;

import io.fleetgram.parts.RealPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The parts for want of which tests of one build were skipped, a line each.
 *
 * @param file shared by all modules of a build; another for each build, so that nothing is left over from an earlier one
 */
public record SkippedParts(Path file) {

    /** The build is named by the properties {@code fleetgram.root} and {@code fleetgram.build}; without them, by this process. */
    public static SkippedParts ofThisBuild() {
        var root = Optional.ofNullable(System.getProperty("fleetgram.root")).orElse(System.getProperty("user.dir"));
        var build = Optional.ofNullable(System.getProperty("fleetgram.build"))
                .orElse("process-" + ProcessHandle.current().pid());
        return new SkippedParts(Path.of(root, "target", "skipped-parts", build + ".txt"));
    }

    public void add(RealPart part, String why) {
        var line = part.title() + ": " + why.replace('\n', ' ');
        try {
            Files.createDirectories(file.getParent());
            if (!lines().contains(line)) {
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not note the skipped part in " + file, e);
        }
    }

    public List<String> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().distinct().toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }
}
