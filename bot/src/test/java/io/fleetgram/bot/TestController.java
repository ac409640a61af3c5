package io.fleetgram.bot;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The controller's server side without chat and jobs, on a real database. */
public final class TestController implements AutoCloseable {

    /** What is started. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({
        "io.fleetgram.bot.platform",
        "io.fleetgram.bot.security",
        "io.fleetgram.bot.fleet",
        "io.fleetgram.bot.sync",
        "io.fleetgram.bot.traffic"
    })
    @Import(FeatureParts.class)
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Parts {

        @Bean
        RecordedEvents recordedEvents() {
            return new RecordedEvents();
        }
    }

    /** Further parts: a clock that {@link #advance} moves. */
    @Configuration(proxyBeanMethods = false)
    public static class MovedTime {

        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    /** Base64 of 32 bytes that are the same in every test. */
    public static final String MASTER_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private TestController(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Starts on a new database. */
    public static TestController start() {
        return start(TestMariaDb.freshDatabase(), Map.of());
    }

    /** Starts on a new database, with more parts than these. */
    public static TestController startWith(Class<?>... more) {
        return start(TestMariaDb.freshDatabase(), Map.of(), more);
    }

    public static TestController start(TestDatabase database, Map<String, Object> settings, Class<?>... more) {
        var all = new LinkedHashMap<String, Object>();
        all.put("fleetgram.database.url", database.jdbcUrl());
        all.put("fleetgram.database.user", database.user());
        all.put("fleetgram.database.password", database.password());
        all.put("fleetgram.security.master-key", MASTER_KEY);
        all.put("fleetgram.agents.bind-address", "127.0.0.1");
        all.put("fleetgram.agents.port", 0);
        all.put("fleetgram.agents.public-endpoints", "control.example.org:8443");
        all.put("logging.level.root", "WARN");
        all.putAll(settings);
        SpringApplication application = new SpringApplicationBuilder(Parts.class)
                .sources(more)
                .web(settings.containsKey("server.port") ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                .build();
        application.setDefaultProperties(all);
        application.setRegisterShutdownHook(false);
        return new TestController(database, application.run());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> all(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** Returns the port of the web server, if the settings asked for one by {@code server.port}. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Returns the events of a type that were published so far. */
    public <T> List<T> events(Class<T> type) {
        return get(RecordedEvents.class).of(type);
    }

    /** Moves the clock of a controller that was started with {@link MovedTime}. */
    public void advance(Duration duration) {
        get(MovedClock.class).advance(duration);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
