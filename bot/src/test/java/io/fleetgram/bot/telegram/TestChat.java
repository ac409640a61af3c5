package io.fleetgram.bot.telegram;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.net.URI;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The chat of one controller on a real database, talking to some Bot API server, with {@link CounterScreens}. */
public final class TestChat implements AutoCloseable {

    public static final long OWNER = 7001;
    public static final long STRANGER = 9999;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "io.fleetgram.bot.platform",
        "io.fleetgram.bot.security",
        "io.fleetgram.bot.audit",
        "io.fleetgram.bot.telegram.config"
    })
    @Import(CounterScreens.class)
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Parts {}

    /** The same with jobs. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.fleetgram.bot.scheduling")
    @Import(Parts.class)
    static class PartsWithJobs {}

    private final ConfigurableApplicationContext context;

    private TestChat(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestChat start(URI api) {
        return start(TestMariaDb.freshDatabase(), api);
    }

    public static TestChat start(TestDatabase database, URI api, Class<?>... more) {
        return start(Parts.class, database, "4242:test", api, more);
    }

    /** Without a token nobody receives, works or sends: what is in the database stays as a test puts it there. */
    public static TestChat startWithoutToken() {
        return start(Parts.class, TestMariaDb.freshDatabase(), "", URI.create("http://127.0.0.1:1"));
    }

    public static TestChat startWithJobs(TestDatabase database, URI api) {
        return start(PartsWithJobs.class, database, "4242:test", api);
    }

    private static TestChat start(Class<?> parts, TestDatabase database, String token, URI api, Class<?>... more) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("fleetgram.database.url", database.jdbcUrl());
        settings.put("fleetgram.database.user", database.user());
        settings.put("fleetgram.database.password", database.password());
        settings.put("fleetgram.security.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("fleetgram.telegram.token", token);
        settings.put("fleetgram.telegram.url", api.toString());
        settings.put("fleetgram.telegram.owners", String.valueOf(OWNER));
        settings.put("fleetgram.telegram.poll-timeout", "1s");
        settings.put("logging.level.root", "WARN");
        settings.put("logging.level.io.fleetgram", "INFO");
        var application = new SpringApplicationBuilder(parts)
                .sources(more)
                .web(WebApplicationType.NONE)
                .build();
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(false);
        return new TestChat(application.run());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public CounterScreens.Counter counter() {
        return get(CounterScreens.Counter.class);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
