package io.fleetgram.parts.mariadb;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a private server is to run.
 *
 * @param poolMegabytes InnoDB's buffer pool, in MiB
 * @param port the TCP port on the loopback address; empty takes a free one
 * @param more further options of the server, as on its command line
 */
public record MariaDbOptions(int poolMegabytes, OptionalInt port, List<String> more) {

    public MariaDbOptions {
        more = List.copyOf(more);
    }

    /** Small, on a free port. */
    public static MariaDbOptions forTests() {
        return new MariaDbOptions(32, OptionalInt.empty(), List.of());
    }

    public MariaDbOptions withPoolMegabytes(int megabytes) {
        return new MariaDbOptions(megabytes, port, more);
    }

    public MariaDbOptions withPort(int fixed) {
        return new MariaDbOptions(poolMegabytes, OptionalInt.of(fixed), more);
    }

    public MariaDbOptions with(String... options) {
        return new MariaDbOptions(poolMegabytes, port, List.of(options));
    }

    List<String> arguments(int chosenPort) {
        var arguments = new java.util.ArrayList<>(List.of(
                "--bind-address=127.0.0.1",
                "--port=" + chosenPort,
                // Relative to the data directory: an absolute path may be longer than a socket's name may be.
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--skip-name-resolve",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--max-connections=200",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=" + poolMegabytes + "M",
                "--performance-schema=OFF"));
        arguments.addAll(more);
        return arguments;
    }
}
