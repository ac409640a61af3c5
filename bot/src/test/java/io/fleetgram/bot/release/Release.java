package io.fleetgram.bot.release;

import io.fleetgram.bot.platform.jdbc.DatabaseUrl;
import io.fleetgram.parts.mariadb.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * A version that operators may have a database of, written down when it was released: its rows and what must be known of
 * them for ever.
 *
 * @param version of its last migration
 */
record Release(int version) {

    private static final Path WRITTEN = Path.of("src/test/resources/released");
    private static final String ROWS = ".sql";

    static List<Release> all() {
        try (var files = Files.list(WRITTEN)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("v[0-9]+\\.sql"))
                    .map(name -> new Release(Integer.parseInt(name.substring(1, name.length() - ROWS.length()))))
                    .sorted(Comparator.comparing(Release::version))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes down what the present schema holds after use, as the release of it. */
    static void write(TestDatabase used, KeptFacts kept) throws Exception {
        var release = new Release(version(used));
        var rows = DatabaseRows.read(used, DatabaseRows.columns(used));
        Files.write(release.file(ROWS), rows.statements());
        Files.write(release.file(".facts"), kept.lines());
    }

    DatabaseRows rows() throws IOException {
        return new DatabaseRows(Files.readAllLines(file(ROWS)));
    }

    KeptFacts kept() throws IOException {
        return KeptFacts.parse(Files.readAllLines(file(".facts")));
    }

    /** Brings an empty database to this release. */
    void migrate(TestDatabase database) {
        flyway(database).target(String.valueOf(version)).load().migrate();
    }

    /** Brings a database to the newest schema. */
    static void migrateToNewest(TestDatabase database) {
        flyway(database).load().migrate();
    }

    static FluentConfiguration flyway(TestDatabase database) {
        return Flyway.configure()
                .dataSource(DatabaseUrl.complete(database.jdbcUrl()), database.user(), database.password());
    }

    private static int version(TestDatabase database) {
        var newest = flyway(database).load().info().current();
        return Integer.parseInt(newest.getVersion().getVersion());
    }

    private Path file(String end) {
        return WRITTEN.resolve("v" + version + end);
    }

    @Override
    public String toString() {
        return "V" + version;
    }
}
