package io.fleetgram.bench.controller;

import io.fleetgram.bot.FleetgramBot;
import io.fleetgram.bot.sync.grpc.AgentServer;
import io.fleetgram.parts.Found;
import io.fleetgram.parts.mariadb.MariaDbOptions;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole controller without a chat, in this JVM, on a real database of its own. */
final class ProductController implements AutoCloseable {

    private static final String DATABASE = "fleetgram";
    private static final int POOL_MEGABYTES = 256;
    private static final int MASTER_KEY_BYTES = 32;

    private final PrivateMariaDb database;
    private final Map<String, Object> settings;
    private final ConfigurableApplicationContext context;

    private ProductController(
            PrivateMariaDb database, Map<String, Object> settings, ConfigurableApplicationContext context) {
        this.database = database;
        this.settings = settings;
        this.context = context;
    }

    static ProductController start(Path directory) throws IOException {
        // A redo log of the usual size: tests make do with a smaller one.
        var options = MariaDbOptions.forTests()
                .withPoolMegabytes(POOL_MEGABYTES)
                .with("--innodb-log-file-size=256M", "--max-connections=300");
        return switch (PrivateMariaDb.start(directory.resolve("mariadb"), options)) {
            case Found.Present<PrivateMariaDb> present -> on(present.value());
            case Found.Missing<PrivateMariaDb> missing -> throw new IOException("no MariaDB: " + missing.why());
        };
    }

    private static ProductController on(PrivateMariaDb database) {
        database.createDatabase(DATABASE);
        var key = new byte[MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        var settings = new LinkedHashMap<String, Object>();
        settings.put("fleetgram.database.url", database.jdbcUrl(DATABASE));
        settings.put("fleetgram.database.user", PrivateMariaDb.USER);
        settings.put("fleetgram.database.password", database.password());
        settings.put("fleetgram.security.master-key", Base64.getEncoder().encodeToString(key));
        settings.put("fleetgram.agents.bind-address", "127.0.0.1");
        settings.put("fleetgram.agents.port", "0");
        settings.put("fleetgram.agents.public-endpoints", "127.0.0.1:8443");
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", "0");
        settings.put("logging.level.root", "WARN");
        try {
            var application = new SpringApplicationBuilder(FleetgramBot.class).build();
            application.setDefaultProperties(settings);
            return new ProductController(database, settings, application.run());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return get(AgentServer.class).port();
    }

    PrivateMariaDb database() {
        return database;
    }

    String jdbcUrl() {
        return database.jdbcUrl(DATABASE);
    }

    /** What another controller on the same database has to be told. */
    Map<String, Object> settings() {
        return Map.copyOf(settings);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
