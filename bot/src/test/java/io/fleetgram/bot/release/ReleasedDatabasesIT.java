package io.fleetgram.bot.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.sync.grpc.TestAgent;
import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import io.fleetgram.wire.agent.v1.CoreStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** O4: a database of any release becomes one of today, and the release before lives with today's. */
class ReleasedDatabasesIT {

    @TempDir
    Path directory;

    /** A release writes itself down with {@code -Drelease}; nothing is ever written over what is there. */
    @BeforeAll
    static void writeRelease() throws Exception {
        if (Boolean.getBoolean("release")) {
            ReleasedMigrations.write();
            var used = TestMariaDb.freshDatabase();
            Release.write(used, UsedFleet.fill(used));
        }
    }

    @ParameterizedTest
    @MethodSource("io.fleetgram.bot.release.Release#all")
    void rows_totals_and_logins_of_a_release_are_there_after_the_upgrade(Release release) throws Exception {
        var database = TestMariaDb.freshDatabase();
        release.migrate(database);
        release.rows().write(database);
        var columns = DatabaseRows.columns(database);

        Release.migrateToNewest(database);

        assertThat(DatabaseRows.read(database, columns).statements())
                .containsExactlyInAnyOrderElementsOf(release.rows().statements());
        var kept = release.kept();
        try (var controller = TestController.start(database, Map.of());
                var node = NodeLogin.of(kept).at(controller)) {
            assertThat(kept.values()).containsAllEntriesOf(kept.asOf(controller).values());
            // However old the release is by now: an expired certificate that was not revoked is good for this.
            var next = TestAgent.certificate(node.renew().getCertificateChain(0));
            try (var renewed = TestAgent.with(controller, node.keys(), next)) {
                renewed.call()
                        .reportStatus(renewed.status(CoreStatus.State.RUNNING).build());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.fleetgram.bot.release.Release#all")
    void a_release_starts_on_the_schema_of_today_which_takes_what_it_writes(Release release) throws Exception {
        var database = TestMariaDb.freshDatabase();
        release.migrate(database);
        var columns = DatabaseRows.columns(database);
        var before = Schema.read(database);
        Release.migrateToNewest(database);

        assertThat(before.takenAwayBy(Schema.read(database)))
                .as("An upgrade must leave a way back: see docs/decisions/schema-one-step-back.md")
                .isEmpty();
        assertThat(migrateAs(release, database))
                .as("migrations that the release runs, knowing only its own")
                .isZero();
        release.rows().write(database);
        assertThat(DatabaseRows.read(database, columns).statements())
                .containsExactlyInAnyOrderElementsOf(release.rows().statements());
    }

    private int migrateAs(Release release, TestDatabase database) throws IOException {
        for (var own : ReleasedMigrations.upTo(release.version())) {
            Files.write(directory.resolve(own.name()), own.bytes());
        }
        return Release.flyway(database)
                .locations("filesystem:" + directory)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    @Test
    void controllers_that_start_at_once_on_an_empty_database_both_come_up() throws Exception {
        var database = TestMariaDb.freshDatabase();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<TestController> start = () -> TestController.start(database, Map.of());
            var started = threads.invokeAll(List.of(start, start));
            try (var one = started.getFirst().get();
                    var other = started.getLast().get()) {
                assertThat(Schema.read(one.database())).isEqualTo(Schema.read(other.database()));
            }
        }
    }

    @Test
    void a_released_migration_is_never_changed() throws IOException {
        assertThat(ReleasedMigrations.present())
                .as("A migration that databases have run is history: undo the change, and add a new migration instead")
                .containsAllEntriesOf(ReleasedMigrations.released());
        assertThat(Release.all().getLast().version())
                .as("the newest release has its rows written down")
                .isEqualTo(ReleasedMigrations.newest());
    }
}
