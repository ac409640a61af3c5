package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.emulator.Person;
import io.fleetgram.demo.emulator.Screen;
import io.fleetgram.parts.core.CoreKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What operators ask of a node from its card, and what comes back. */
abstract class CommandsByTaps extends EndToEnd {

    /** A core takes up to 30 s to start; a machine that stalls, more. */
    private static final Duration ENDED = Duration.ofSeconds(60);

    CommandsByTaps(CoreKind kind) {
        super(kind, 1);
    }

    @Test
    @Shows({"N13", "A7", "A9"})
    void the_core_is_restarted_stopped_and_started_by_taps_and_stays_stopped_over_the_agent_s_death()
            throws InterruptedException {
        var owner = stage().owner();
        owner.addAccount("greta");
        var link = plainLink(owner.link("greta"), 1);
        var before = stage().corePid(1);

        orderOnCore("Restart core", "Restart the core on");
        ends("The core was restarted");
        assertThat(stage().corePid(1)).as("another process").isNotEqualTo(before);

        orderOnCore("Stop core", "Stop the core on");
        ends("The core is stopped");
        assertThat(stage().node(1).core()).isEmpty();

        stage().node(1).kill();
        stage().node(1).start();
        card();
        owner.person().taps("Core");
        owner.person().seesScreen(has("Statistics"), Person.PATIENCE);
        owner.person().taps("Statistics");
        assertThat(ends("machine: CPU").text()).contains("stopped");
        assertThat(stage().node(1).core()).as("a core after the agent's death").isEmpty();

        orderOnCore("Start core", "Start the core on");
        ends("The core runs");
        try (var client = Client.on(link, stage().target())) {
            assertThat(client.isServedWithin(SOON))
                    .as("served by the started core")
                    .isTrue();
        }
    }

    @Test
    @Shows({"N13", "A9", "S5", "N6"})
    void log_configuration_and_a_sync_come_back_to_the_chat_and_are_on_record() throws InterruptedException {
        var owner = stage().owner();
        var person = owner.person();
        owner.addAccount("hilde");

        card();
        person.taps("Configuration");
        ends("This is what the core was started with");
        person.taps("Send file");
        var sent = person.seesScreen(screen -> screen.document().isPresent(), Person.PATIENCE);
        var configuration = new String(person.file(sent), StandardCharsets.UTF_8);
        assertThat(configuration)
                .contains("\"inbounds\"", "\"protocol\": \"vless\"")
                .as("users are masked, if any were there when the core was started")
                .doesNotContainPattern("\"id\": \"(?!\\*\\*\\*\")");
        assertThat(configuration).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

        card();
        person.taps("Logs");
        person.seesScreen(screen -> screen.text().contains("✅ done"), ENDED);

        var pid = stage().corePid(1);
        card();
        person.taps("Sync now");
        ends("Added ");
        assertThat(stage().corePid(1)).as("never restarts").isEqualTo(pid);

        person.taps("‹ Commands");
        var list = person.seesScreen(screen -> screen.text().contains("Commands\n"), Person.PATIENCE);
        assertThat(list.text()).contains("✅ Sync now: done", "✅ Configuration: done", "✅ Logs: done");
    }

    @Test
    @Shows({"N13"})
    void a_command_to_a_node_that_is_away_waits_is_taken_back_and_never_runs() throws InterruptedException {
        var person = stage().owner().person();
        var pid = stage().corePid(1);
        stage().node(1).kill();
        try {
            orderOnCore("Restart core", "Restart the core on");
            person.seesScreen(screen -> screen.text().contains("waiting for the node"), Person.PATIENCE);
            person.taps("Cancel");
            person.seesScreen(screen -> screen.text().contains("🚫 cancelled"), Person.PATIENCE);
        } finally {
            stage().node(1).start();
        }
        card();
        person.taps("Sync now");
        ends("Added ");
        assertThat(stage().corePid(1)).isEqualTo(pid);
    }

    private void orderOnCore(String button, String question) throws InterruptedException {
        var person = stage().owner().person();
        card();
        person.taps("Core");
        person.seesScreen(has(button), Person.PATIENCE);
        person.taps(button);
        person.sees(question);
        person.taps(button);
    }

    private Screen ends(String words) throws InterruptedException {
        return stage().owner()
                .person()
                .seesScreen(
                        screen -> screen.text().contains("✅ done")
                                && screen.text().contains(words),
                        ENDED);
    }

    private void card() throws InterruptedException {
        stage().owner().node(Stage.name(1));
    }

    private static Predicate<Screen> has(String button) {
        return screen -> screen.button(button).isPresent();
    }
}
