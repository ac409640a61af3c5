package io.fleetgram.bot.telegram;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.security.Operators;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small feature to test the kit with: a counter that is shown, raised, set to zero after a question, and renamed. */
@Configuration(proxyBeanMethods = false)
public class CounterScreens {

    public static final String TABLE =
            "CREATE TABLE counter (id INT PRIMARY KEY, name VARCHAR(50), value BIGINT NOT NULL, version BIGINT NOT NULL)";

    /** The counter, read and written in the database. */
    public record Counter(JdbcClient jdbc, Transactions transactions, Audit audit) {

        public long value() {
            return jdbc.sql("SELECT value FROM counter").query(Long.class).single();
        }

        String name() {
            return jdbc.sql("SELECT name FROM counter").query(String.class).single();
        }

        long version() {
            return jdbc.sql("SELECT version FROM counter").query(Long.class).single();
        }

        void change(Request request, String set) {
            transactions.run(() -> {
                jdbc.sql("UPDATE counter SET " + set + ", version = version + 1")
                        .update();
                audit.write(new AuditEntry(
                        request.actor(), "counter.change", "counter:1", Optional.empty(), Optional.of("{}")));
            });
        }
    }

    /** A person who may look and nothing else. */
    public static final long VIEWER = 7002;

    @Bean
    @Primary
    Operators ownerAndViewer() {
        var viewer = new Operator(VIEWER, Set.of(Capability.VIEW_FLEET));
        var owner = new Operator(TestChat.OWNER, EnumSet.allOf(Capability.class));
        return id -> Stream.of(owner, viewer)
                .filter(operator -> operator.telegramUserId() == id)
                .findFirst();
    }

    @Bean
    Act halfDone(Counter counter) {
        return new OddScreens.HalfDone(counter);
    }

    @Bean
    Counter counter(JdbcClient jdbc, Transactions transactions, Audit audit) {
        jdbc.sql(TABLE.replace("CREATE TABLE", "CREATE TABLE IF NOT EXISTS")).update();
        jdbc.sql("INSERT IGNORE INTO counter VALUES (1, 'first', 0, 0)").update();
        return new Counter(jdbc, transactions, audit);
    }

    @Bean
    Screen home(Counter counter) {
        return new HomeScreen(counter);
    }

    @Bean
    Screen broken() {
        return new OddScreens.BrokenScreen();
    }

    @Bean
    Act raise(Counter counter) {
        return new Raise(counter);
    }

    @Bean
    Act zero(Counter counter) {
        return new Zero(counter);
    }

    @Bean
    Act overtaken(Counter counter) {
        return new OddScreens.Overtaken(counter);
    }

    @Bean
    Screen picture() {
        return new OddScreens.PictureScreen();
    }

    @Bean
    Act refuse() {
        return new OddScreens.Refuse();
    }

    @Bean
    Act reveal(Counter counter) {
        return new OddScreens.Reveal();
    }

    @Bean
    Dialog rename(Counter counter) {
        return new Rename(counter);
    }

    private record HomeScreen(Counter counter) implements Screen {
        @Override
        public String name() {
            return "home";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            return View.of(Html.text(counter.name() + " = " + counter.value()))
                    .row(Button.to("Raise", Address.of("raise")), Button.danger("Zero", Address.of("zero")));
        }
    }

    private record Raise(Counter counter) implements Act {
        @Override
        public String name() {
            return "raise";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            counter.change(request, "value = value + 1");
            return new Reply.Show(Address.HOME);
        }
    }

    private record Zero(Counter counter) implements Act {
        @Override
        public String name() {
            return "zero";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Optional<Confirmation> confirm(Request request) {
            return Optional.of(new Confirmation(
                    Html.text("Really zero " + counter.value() + "?"), "Zero it", counter.version(), Address.HOME));
        }

        @Override
        public Reply perform(Request request) {
            counter.change(request, "value = 0");
            return new Reply.ShowWith(Address.HOME, "Zeroed.");
        }
    }
}
