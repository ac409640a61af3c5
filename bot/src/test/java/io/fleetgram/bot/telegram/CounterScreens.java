package io.fleetgram.bot.telegram;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.security.Operators;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
        return new HalfDone(counter);
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
        return new BrokenScreen();
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
    Screen picture() {
        return new PictureScreen();
    }

    @Bean
    Act refuse() {
        return new Refuse();
    }

    @Bean
    Act reveal(Counter counter) {
        return new Reveal();
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

    private record BrokenScreen() implements Screen {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            throw new IllegalStateException("this screen is broken on purpose");
        }
    }

    private record PictureScreen() implements Screen {
        @Override
        public String name() {
            return "picture";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            return View.of(Html.text("a picture")).with(new View.Picture("dot.png", new byte[] {1, 2, 3}));
        }
    }

    private record Refuse() implements Act {
        @Override
        public String name() {
            return "refuse";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            return request.argument(0).isEmpty()
                    ? new Reply.Refused("Not <now>: try later.", Address.HOME)
                    : new Reply.Present(View.of(Html.text("presented " + request.argument(0))));
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

    /** Makes its change and then fails, as if the controller had died before it could answer. */
    private record HalfDone(Counter counter) implements Act {
        @Override
        public String name() {
            return "halfdone";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            counter.change(request, "value = value + 1");
            throw new IllegalStateException("died after the commit, on purpose");
        }
    }

    private record Reveal() implements Act {
        @Override
        public String name() {
            return "reveal";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            return new Reply.Secret(View.of(Html.text("swordfish")), Address.HOME);
        }
    }

    private record Rename(Counter counter) implements Dialog {
        @Override
        public String name() {
            return "rename";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public String title(Texts texts) {
            return "Rename";
        }

        @Override
        public List<Step> steps() {
            return List.of(new Ask("name"), new Ask("value"));
        }

        @Override
        public Reply finish(Request request, Map<String, String> answers) {
            counter.change(request, "name = '" + answers.get("name") + "', value = " + answers.get("value"));
            return new Reply.Show(Address.HOME);
        }

        @Override
        public Address cancelled() {
            return Address.HOME;
        }

        @Override
        public List<String> commands() {
            return List.of("settings");
        }
    }

    private record Ask(String key) implements Dialog.Step {
        @Override
        public String label(Texts texts) {
            return key;
        }

        @Override
        public Html question(Request request, Map<String, String> answers) {
            return Html.text("Which " + key + "?");
        }

        @Override
        public List<Dialog.Choice> choices(Request request, Map<String, String> answers) {
            return List.of(new Dialog.Choice("seven", "7"));
        }

        @Override
        public Dialog.Answer check(Request request, Map<String, String> answers, String input) {
            boolean right = input.matches(key.equals("name") ? "[a-z0-9]+" : "\\d+");
            return right
                    ? new Dialog.Answer.Accepted(input)
                    : new Dialog.Answer.Refused(Html.text("Not a " + key + ": " + input));
        }
    }
}
