package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** O4: migrations at start, safe twice. */
class MigrationsIT {

    @Test
    void migrating_twice_changes_nothing_the_second_time() throws Exception {
        var database = TestMariaDb.freshDatabase();

        assertThat(migrate(database)).isPositive();
        var before = tables(database);
        assertThat(migrate(database)).isZero();

        assertThat(tables(database)).isEqualTo(before).contains("node", "change_log", "traffic_hour");
    }

    @Test
    void of_controllers_that_start_at_once_each_migration_is_run_by_one() throws Exception {
        var database = TestMariaDb.freshDatabase();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> start = () -> migrate(database);
            var done = new ArrayList<Integer>();
            for (var one : threads.invokeAll(List.of(start, start, start))) {
                done.add(one.get());
            }

            int all = Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .load()
                    .info()
                    .applied()
                    .length;
            assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(all);
            assertThat(migrate(database)).isZero();
        }
    }

    private static int migrate(TestDatabase database) {
        return Flyway.configure()
                .dataSource(DatabaseUrl.complete(database.jdbcUrl()), database.user(), database.password())
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private static List<String> tables(TestDatabase database) throws Exception {
        try (var connection = database.connect();
                var rows = connection.getMetaData().getTables(database.name(), null, "%", null)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
            return names;
        }
    }
}
