package io.fleetgram.demo.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page docs/COVERAGE.md: every requirement, and the tests that have shown it. */
final class CoveragePage {

    /** One requirement, shown by one test on one core. */
    record Seen(String id, String test, String core) {}

    private CoveragePage() {}

    /** Returns where to write; empty unless the build says so, so that a run of one test leaves the page alone. */
    static Optional<Path> target() {
        return Optional.ofNullable(System.getProperty("coverage.page"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
    }

    static void write(Path page, Collection<Seen> seen) {
        try {
            Files.writeString(page, text(requirements(), seen));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Map<String, String> requirements, Collection<Seen> seen) {
        seen.stream()
                .map(Seen::id)
                .filter(id -> !requirements.containsKey(id))
                .findAny()
                .ifPresent(id -> {
                    throw new IllegalStateException("a test shows " + id + ", which requirements.tsv does not list");
                });
        var page = new StringBuilder("""
                # What was seen working

                Written by `mvn verify` from the end-to-end tests: real processes, the chat, a real MariaDB. The last column says on
                which core each was seen. A requirement without a test has not been shown end to end.

                | id | requirement | shown by | on |
                |---|---|---|---|
                """);
        requirements.forEach((id, title) -> {
            var tests = new TreeMap<String, TreeSet<String>>();
            seen.stream()
                    .filter(one -> one.id().equals(id))
                    .forEach(one -> tests.computeIfAbsent(one.test(), test -> new TreeSet<>())
                            .add(one.core()));
            if (tests.isEmpty()) {
                page.append("| %s | %s | – | – |%n".formatted(id, title));
            }
            tests.forEach((test, cores) ->
                    page.append("| %s | %s | %s | %s |%n".formatted(id, title, test, String.join(", ", cores))));
        });
        return page.toString();
    }

    static Map<String, String> requirements() {
        try (var in = Objects.requireNonNull(CoveragePage.class.getResourceAsStream("requirements.tsv"))) {
            var titles = new LinkedHashMap<String, String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                var parts = line.split("\t", 2);
                titles.put(parts[0], parts[1]);
            });
            return titles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
