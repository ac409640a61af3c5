package io.fleetgram.bot.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The migrations of the schema, and the digests of those that were released. */
final class ReleasedMigrations {

    private static final Path SOURCES = Path.of("../migrations/src/main/resources/db/migration");
    private static final Path DIGESTS = Path.of("src/test/resources/released/migrations.txt");

    private ReleasedMigrations() {}

    /** A migration as a file. */
    @SuppressWarnings("ArrayRecordComponent") // written on, never compared
    record Source(String name, byte[] bytes) {

        int version() {
            return Integer.parseInt(name.substring(1, name.indexOf("__")));
        }
    }

    static List<Source> upTo(int version) throws IOException {
        return sources().stream().filter(one -> one.version() <= version).toList();
    }

    /** Returns name and digest of every migration. */
    static Map<String, String> present() throws IOException {
        return sources().stream()
                .collect(Collectors.toMap(Source::name, one -> digest(one.bytes()), (one, other) -> one, TreeMap::new));
    }

    static Map<String, String> released() throws IOException {
        return Files.readAllLines(DIGESTS).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(words -> words[0], words -> words[1], (one, other) -> one, TreeMap::new));
    }

    static int newest() throws IOException {
        return released().keySet().stream()
                .mapToInt(name -> new Source(name, new byte[0]).version())
                .max()
                .orElseThrow();
    }

    /** Notes that the present migrations are released. */
    static void write() throws IOException {
        Files.write(
                DIGESTS,
                present().entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue())
                        .toList());
    }

    private static List<Source> sources() throws IOException {
        try (var files = Files.list(SOURCES)) {
            var sources = new java.util.ArrayList<Source>();
            for (var file : files.filter(one -> one.toString().endsWith(".sql")).toList()) {
                sources.add(new Source(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return sources;
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
