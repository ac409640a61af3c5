package io.fleetgram.parts.mariadb;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB server of our own: one directory, one loopback port, no system service. It ends with this JVM at the latest.
 *
 * <p>Committed data is safe against {@link #kill}: the redo log is synced at each commit. A directory can be started again, then
 * or by a later JVM, and goes on where it was.
 */
public final class PrivateMariaDb implements AutoCloseable {

    public static final String USER = "fleetgram";

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final MariaDbBinary binary;
    private final Path directory;
    private final boolean temporary;
    private final MariaDbOptions options;
    private final String password;
    private final int port;
    private final Thread atExit = new Thread(this::close, "stop-mariadb");
    private Process process;

    private PrivateMariaDb(MariaDbBinary binary, Path directory, boolean temporary, MariaDbOptions options)
            throws IOException, InterruptedException {
        this.binary = binary;
        this.directory = directory.toAbsolutePath();
        this.temporary = temporary;
        this.options = options;
        Files.createDirectories(this.directory);
        this.password = Login.inDirectory(this.directory);
        this.port = options.port().orElseGet(FreePort::find);
        SystemTables.create(binary, data(), this.directory.resolve("system-tables.log"));
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Leaves the order of things at this JVM's exit to the caller, who closes the server after what uses it. If that fails, the
     * server still ends with this JVM, as in a power cut.
     */
    public void stopsOnlyByItsOwner() {
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Starts a server on a directory of the caller's, which is kept. */
    public static Found<PrivateMariaDb> start(Path directory, MariaDbOptions options) {
        return MariaDbBinary.find(PartsCache.standard()).map(binary -> start(binary, directory, options));
    }

    /** As {@link #start(Path, MariaDbOptions)}, with the settings for tests. */
    public static Found<PrivateMariaDb> start(Path directory) {
        return start(directory, MariaDbOptions.forTests());
    }

    /** Starts a server on a new directory that {@link #close} removes. */
    public static Found<PrivateMariaDb> startTemporary(MariaDbOptions options) {
        return MariaDbBinary.find(PartsCache.standard()).map(binary -> start(binary, newDirectory(), true, options));
    }

    public static Found<PrivateMariaDb> startTemporary() {
        return startTemporary(MariaDbOptions.forTests());
    }

    static PrivateMariaDb start(MariaDbBinary binary, Path directory, MariaDbOptions options) {
        return start(binary, directory, false, options);
    }

    private static PrivateMariaDb start(
            MariaDbBinary binary, Path directory, boolean temporary, MariaDbOptions options) {
        try {
            return new PrivateMariaDb(binary, directory, temporary, options);
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start in " + directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB was starting in " + directory, e);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("fleetgram-mariadb");
        } catch (IOException e) {
            throw new UncheckedIOException("No directory for a temporary MariaDB", e);
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Process launch() throws IOException, InterruptedException {
        var arguments = options.arguments(port);
        arguments.add("--init-file=" + Login.statements(directory, password));
        var log = directory.resolve("mariadb.log");
        var started = Guard.start(
                binary.process(data(), arguments).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try (var connection = connect("")) {
                if (connection.isValid(5)) {
                    return started;
                }
            } catch (SQLException notYet) {
                if (started.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    started.destroyForcibly();
                    throw new IOException("MariaDB is not answering on port " + port + "; see " + log, notYet);
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), USER, password);
    }

    /** For {@link #USER} and {@link #password}, who may do everything. */
    public String jdbcUrl(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    public String version() {
        return binary.version();
    }

    /** The server's process id; another after each {@link #restart}. */
    public synchronized long pid() {
        return process.pid();
    }

    /** Makes an empty database; one of that name may be there already, and stays as it is. */
    public void createDatabase(String name) {
        execute("CREATE DATABASE IF NOT EXISTS `" + name + "`");
    }

    public void dropDatabase(String name) {
        execute("DROP DATABASE IF EXISTS `" + name + "`");
    }

    private void execute(String statement) {
        try (var connection = connect("");
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("MariaDB on port " + port + " refused: " + statement, e);
        }
    }

    /** Says whether the server's process runs. */
    public synchronized boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the server as a power cut would (SIGKILL) and waits until it is gone. */
    public synchronized void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts the server again on the same data and port; one that still runs is stopped in order first. */
    public synchronized void restart() {
        stop();
        try {
            process = launch();
        } catch (IOException e) {
            throw new UncheckedIOException("MariaDB did not start again in " + directory, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MariaDB was starting in " + directory, e);
        }
    }

    @Override
    public synchronized void close() {
        stop();
        if (temporary) {
            PartsCache.delete(directory);
        }
    }

    private void stop() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
