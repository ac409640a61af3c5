package io.fleetgram.bot;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The controller's server side without chat and jobs, on a real database. */
public final class TestController implements AutoCloseable {

    /** What is started: platform and fleet. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.fleetgram.bot.platform", "io.fleetgram.bot.fleet"})
    @ImportAutoConfiguration({
        FlywayAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static class Parts {}

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

    public static TestController start(TestDatabase database, Map<String, Object> settings) {
        var all = new LinkedHashMap<String, Object>(settings);
        all.put("fleetgram.database.url", database.jdbcUrl());
        all.put("fleetgram.database.user", database.user());
        all.put("fleetgram.database.password", database.password());
        all.put("logging.level.root", "WARN");
        SpringApplication application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .build();
        application.setDefaultProperties(all);
        application.setRegisterShutdownHook(false);
        return new TestController(database, application.run());
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
