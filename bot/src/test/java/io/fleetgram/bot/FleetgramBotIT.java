package io.fleetgram.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.telegram.BotApiStandIn;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/** The whole controller as it is shipped, with somebody typing and tapping. */
class FleetgramBotIT {

    private static final long OWNER = 7001;
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/sub/[a-z0-9]{32})");

    private static BotApiStandIn telegram;
    private static ConfigurableApplicationContext controller;
    private static long nextUpdate = 1;

    /** What {@link FleetgramBot} finds where there are no tests beside it. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "io.fleetgram.bot")
    @ComponentScan(
            basePackages = "io.fleetgram.bot",
            excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = NotShipped.class))
    static class Shipped {}

    /** Keeps out the parts of tests, and the main class, which would look for them again. */
    static class NotShipped implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/")
                    || type.getClassMetadata().getClassName().equals(FleetgramBot.class.getName());
        }
    }

    @BeforeAll
    static void start() {
        telegram = new BotApiStandIn();
        var database = TestMariaDb.freshDatabase();
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("fleetgram.database.url", database.jdbcUrl());
        settings.put("fleetgram.database.user", database.user());
        settings.put("fleetgram.database.password", database.password());
        settings.put("fleetgram.security.master-key", TestController.MASTER_KEY);
        settings.put("fleetgram.agents.public-endpoints", "control.example.org:8443");
        settings.put("fleetgram.agents.port", "0");
        settings.put("fleetgram.telegram.token", "4242:test");
        settings.put("fleetgram.telegram.url", telegram.url().toString());
        settings.put("fleetgram.telegram.owners", String.valueOf(OWNER));
        settings.put("fleetgram.telegram.poll-timeout", "1s");
        settings.put("logging.level.root", "WARN");
        var application = new SpringApplicationBuilder(Shipped.class).build();
        application.setDefaultProperties(settings);
        application.setRegisterShutdownHook(false);
        controller = application.run();
    }

    @AfterAll
    static void stop() {
        controller.close();
        telegram.close();
    }

    @Test
    void an_account_is_added_in_the_chat_and_its_link_is_answered() throws Exception {
        write("/start");
        shows("<b>Fleet</b>");
        write("/add");
        shows("What shall the account be called?");
        write("Anna <b>");
        shows("Anna &lt;b&gt; is added and active.");
        shows("No traffic yet");
        var key = controller
                .getBean(Accounts.class)
                .named("anna <B>")
                .map(Account::key)
                .orElseThrow();
        telegram.tap(nextUpdate++, OWNER, lastScreen(), "link:" + key);
        Eventually.asserted(() -> assertThat(sentLink()).isNotEmpty());
        var answer = fetch(sentLink());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("profile-title")).isPresent();
    }

    @Test
    void a_node_is_added_in_the_chat_and_its_join_command_comes() {
        write("/nodes");
        shows("<b>Nodes</b>");
        telegram.tap(nextUpdate++, OWNER, lastScreen(), "nodeadd");
        shows("What shall the node be called?");
        write("de-1");
        shows("Under which public address");
        write("203.0.113.7");
        shows("Where does it stand?");
        write("Frankfurt");
        shows("Which share");
        write("100");
        shows("How many accounts");
        write("500");
        Eventually.asserted(() -> assertThat(telegram.shown())
                .anySatisfy(call -> assertThat(call.text("text")).contains("fleetgram-agent enroll")));
        shows("is waiting for its join command");
    }

    private static void write(String text) {
        telegram.write(nextUpdate++, OWNER, text);
    }

    private static void shows(String part) {
        Eventually.asserted(() -> assertThat(telegram.lastText()).contains(part));
    }

    private static long lastScreen() {
        return 100L + telegram.calls("sendmessage").size();
    }

    private static String sentLink() {
        return telegram.calls("sendmessage").stream()
                .map(call -> LINK.matcher(call.text("text")))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static HttpResponse<String> fetch(String path) throws Exception {
        var port = controller.getEnvironment().getRequiredProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
