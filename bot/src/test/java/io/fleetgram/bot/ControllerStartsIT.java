package io.fleetgram.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.telegram.BotApiStandIn;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.bot.telegram.TestChat;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** The whole controller, with every screen, job and migration there is. */
class ControllerStartsIT {

    /** As {@link FleetgramBot}, without what only tests bring. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = OfTests.class))
    static class Product {}

    static final class OfTests implements TypeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/")
                    || reader.getClassMetadata().getClassName().equals(FleetgramBot.class.getName());
        }
    }

    @Test
    void an_empty_database_becomes_a_controller_that_answers_its_owner() {
        try (var api = new BotApiStandIn();
                var controller = start(api.url().toString())) {
            api.write(1, TestChat.OWNER, "/start");
            Eventually.asserted(() -> assertThat(api.calls("sendmessage")).hasSize(1));
            api.write(2, TestChat.OWNER, "/jobs");
            Eventually.asserted(() -> assertThat(api.lastText()).contains("Jobs"));
            assertThat(controller.getBean(Jobs.class).all())
                    .extracting(card -> card.declaration().name())
                    .contains("purge-inbox", "purge-outbox", "purge-confirmations");
        }
    }

    @Test
    void without_telegram_the_rest_of_the_controller_runs() {
        try (var controller = start("http://127.0.0.1:1")) {
            assertThat(controller.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String api) {
        var database = TestMariaDb.freshDatabase();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("fleetgram.database.url", database.jdbcUrl());
        settings.put("fleetgram.database.user", database.user());
        settings.put("fleetgram.database.password", database.password());
        settings.put("fleetgram.security.master-key", TestController.MASTER_KEY);
        settings.put("fleetgram.telegram.token", "4242:test");
        settings.put("fleetgram.telegram.url", api);
        settings.put("fleetgram.telegram.owners", String.valueOf(TestChat.OWNER));
        settings.put("fleetgram.telegram.poll-timeout", "1s");
        settings.put("fleetgram.agents.port", "0");
        settings.put("fleetgram.agents.bind-address", "127.0.0.1");
        settings.put("fleetgram.agents.public-endpoints", "control.example.org:8443");
        settings.put("server.port", "0");
        settings.put("logging.level.root", "WARN");
        var application = new SpringApplicationBuilder(Product.class).build();
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(false);
        return application.run();
    }
}
