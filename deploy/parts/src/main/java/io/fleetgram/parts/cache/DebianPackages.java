package io.fleetgram.parts.cache;

import io.fleetgram.parts.process.Command;
import io.fleetgram.parts.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Debian packages unpacked into a directory of ours: nothing is installed and no root is needed.
 *
 * <p>Package lists and archives are kept apart from the system's, whose sources and keys are used as they are; so an
 * {@code apt-get update} by root need not have happened.
 *
 * @param names packages to fetch, each with the names it may have: {@code "libaio1|libaio1t64"}
 */
public record DebianPackages(List<String> names) implements PartsCache.Filler {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    public DebianPackages {
        names = List.copyOf(names);
    }

    public static DebianPackages of(String... names) {
        return new DebianPackages(List.of(names));
    }

    @Override
    public Optional<String> fill(Path empty) throws IOException {
        if (Programs.find("apt-get").isEmpty() || Programs.find("dpkg-deb").isEmpty()) {
            return Optional.of("apt-get and dpkg-deb are not on this machine");
        }
        var work = PartsCache.workBeside(empty);
        try {
            return fetchAndUnpack(empty, work);
        } finally {
            PartsCache.delete(work);
        }
    }

    private Optional<String> fetchAndUnpack(Path into, Path work) throws IOException {
        for (var directory : List.of("lists/partial", "cache/archives/partial", "debs")) {
            Files.createDirectories(work.resolve(directory));
        }
        var updated = apt(work, "update").run(LIMIT);
        if (!updated.well()) {
            return Optional.of("apt-get update failed: " + updated.lastLine());
        }
        for (var name : names) {
            var failure = fetch(work, name);
            if (failure.isPresent()) {
                return failure;
            }
        }
        try (var archives = Files.list(work.resolve("debs"))) {
            for (var archive : archives.toList()) {
                var unpacked = Command.of("dpkg-deb", "-x", archive.toString(), into.toString())
                        .run(LIMIT);
                if (!unpacked.well()) {
                    return Optional.of("dpkg-deb could not unpack " + archive + ": " + unpacked.lastLine());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> fetch(Path work, String name) {
        var reason = "";
        for (var choice : name.split("\\|", -1)) {
            var fetched = apt(work, "download", choice).run(LIMIT);
            if (fetched.well()) {
                return Optional.empty();
            }
            reason = fetched.lastLine();
        }
        return Optional.of("apt-get download " + name + " failed: " + reason);
    }

    private static Command apt(Path work, String... what) {
        var words = new ArrayList<>(List.of("apt-get", "-q"));
        words.addAll(List.of("-o", "Dir::State::lists=" + work.resolve("lists")));
        words.addAll(List.of("-o", "Dir::Cache=" + work.resolve("cache")));
        words.addAll(List.of("-o", "Debug::NoLocking=true", "-o", "APT::Sandbox::User="));
        words.addAll(List.of("-o", "Acquire::Languages=none", "-o", "Acquire::Retries=1"));
        words.addAll(List.of("-o", "Acquire::http::Timeout=30", "-o", "Acquire::https::Timeout=30"));
        words.addAll(List.of(what));
        return new Command(words, java.util.Map.of("LC_ALL", "C"), Optional.of(work.resolve("debs")));
    }
}
