package io.fleetgram.parts.mariadb;

import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Makes a data directory with MariaDB's system tables, as {@code mariadb-install-db} does but without its shell tools. */
final class SystemTables {

    private SystemTables() {}

    /** The scripts in the order in which they must run; empty if the directory lacks one. Their prefix changed with 11.0. */
    static Optional<List<Path>> scripts(Path share) {
        for (var prefix : List.of("mariadb", "mysql")) {
            var scripts = List.of(
                    share.resolve(prefix + "_system_tables.sql"),
                    share.resolve(prefix + "_performance_tables.sql"),
                    share.resolve(prefix + "_system_tables_data.sql"));
            if (scripts.stream().allMatch(Files::isRegularFile)) {
                return Optional.of(scripts);
            }
        }
        return Optional.empty();
    }

    /** Does nothing to a directory that has them. The administrator may log in only through the socket, as the caller. */
    static void create(MariaDbBinary binary, Path data, Path log) throws IOException, InterruptedException {
        var finished = data.resolveSibling(data.getFileName() + ".made");
        if (Files.exists(finished)) {
            return;
        }
        Files.createDirectories(data);
        var sql = new StringBuilder("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket='")
                .append(System.getProperty("user.name"))
                .append("';\n");
        for (var script : scripts(binary.share()).orElseThrow()) {
            sql.append(Files.readString(script, StandardCharsets.UTF_8)).append('\n');
        }
        var input = data.resolveSibling("system-tables.sql");
        Files.writeString(input, sql);
        var builder = binary.process(
                data,
                List.of(
                        "--bootstrap",
                        "--enforce-storage-engine=",
                        "--innodb-log-file-size=16M",
                        "--max-allowed-packet=8M",
                        "--net-buffer-length=16K"));
        var process = Guard.start(builder.redirectInput(input.toFile()).redirectOutput(log.toFile()));
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("MariaDB could not make its system tables in " + data + "; see " + log);
        }
        Files.delete(input);
        Files.createFile(finished);
    }
}
