package io.fleetgram.parts.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateMariaDbIT {

    @Test
    void a_fresh_database_is_empty_and_takes_rows_in_four_byte_letters() throws SQLException {
        var database = TestMariaDb.freshDatabase();
        try (var connection = database.connect();
                var sql = connection.createStatement()) {
            assertThat(sql.executeQuery("SHOW TABLES").next()).isFalse();
            sql.execute("CREATE TABLE place (name VARCHAR(20) PRIMARY KEY)");
            sql.execute("INSERT INTO place VALUES ('🚀')");
            var rows = sql.executeQuery("SELECT name FROM place");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("🚀");
        }
    }

    @Test
    void two_fresh_databases_do_not_see_each_other() throws SQLException {
        var first = TestMariaDb.freshDatabase();
        var second = TestMariaDb.freshDatabase();
        try (var one = first.connect();
                var other = second.connect()) {
            one.createStatement().execute("CREATE TABLE mine (id INT PRIMARY KEY)");
            assertThat(other.createStatement().executeQuery("SHOW TABLES").next())
                    .isFalse();
        }
    }

    @Test
    void what_was_committed_survives_a_kill(@TempDir Path directory) throws SQLException {
        try (var server = Need.of(RealPart.MARIADB, PrivateMariaDb.start(directory))) {
            server.createDatabase("ledger");
            try (var connection =
                    DriverManager.getConnection(server.jdbcUrl("ledger"), PrivateMariaDb.USER, server.password())) {
                connection.createStatement().execute("CREATE TABLE entry (id INT PRIMARY KEY)");
                connection.createStatement().execute("INSERT INTO entry VALUES (7)");
            }
            var firstPid = server.pid();
            server.kill();
            assertThat(ProcessHandle.of(firstPid).map(ProcessHandle::isAlive))
                    .isNotEqualTo(java.util.Optional.of(true));
            server.restart();
            try (var connection =
                    DriverManager.getConnection(server.jdbcUrl("ledger"), PrivateMariaDb.USER, server.password())) {
                var rows = connection.createStatement().executeQuery("SELECT id FROM entry");
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        }
        assertThat(directory.resolve("data")).isDirectory();
    }

    @Test
    void a_later_start_on_the_same_directory_goes_on_with_its_data_and_login(@TempDir Path directory)
            throws SQLException {
        String password;
        try (var server = Need.of(RealPart.MARIADB, PrivateMariaDb.start(directory))) {
            server.createDatabase("kept");
            password = server.password();
        }
        try (var server = Need.of(RealPart.MARIADB, PrivateMariaDb.start(directory));
                var connection =
                        DriverManager.getConnection(server.jdbcUrl("kept"), PrivateMariaDb.USER, server.password())) {
            assertThat(server.password()).isEqualTo(password);
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void nobody_gets_in_without_the_password() {
        var server = TestMariaDb.server();
        for (var user : new String[] {PrivateMariaDb.USER, "root", System.getProperty("user.name")}) {
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> DriverManager.getConnection(server.jdbcUrl(""), user, ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
        }
    }

    @Test
    void a_temporary_server_leaves_nothing_behind() throws Exception {
        var before = temporaryDirectories();
        Need.of(RealPart.MARIADB, PrivateMariaDb.startTemporary()).close();
        assertThat(temporaryDirectories()).isEqualTo(before);
    }

    private static long temporaryDirectories() throws Exception {
        try (var paths = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return paths.filter(path -> path.getFileName().toString().startsWith("fleetgram-mariadb"))
                    .count();
        }
    }
}
