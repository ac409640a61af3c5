package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.emulator.Person;
import io.fleetgram.demo.emulator.Screen;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.core.CoreKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
            assertThat(client.isServedWithin(SOON)).as("served by the started core").isTrue();
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
        assertThat(configuration).contains("\"inbounds\"", "\"id\": \"***\"");
        assertThat(configuration)
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

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

    @Test
    @Shows({"A11", "A5"})
    void the_agent_s_command_line_shows_users_settings_and_health_on_the_node_itself() throws InterruptedException {
        stage().owner().addAccount("ida");
        var node = stage().node(1);
        assertThat(Until.isTrue(SOON, () -> {
                    var users = node.commandLine("users");
                    return users.well() && users.output().contains(", 0 missing, 0 not desired");
                }))
                .as(node.commandLine("users").output())
                .isTrue();
        assertThat(node.commandLine("status").output()).contains("controller   connected");
        assertThat(node.commandLine("show-config").output())
                .containsPattern("core.executable +/.+agent.properties")
                .containsPattern("report.interval +10s +default");
        var check = node.commandLine("check");
        assertThat(check.output()).contains("ok      settings", "ok      controller").doesNotContain("FAILED");
        assertThat(check.well()).isTrue();
        assertThat(node.commandLine("release").output()).contains("an agent runs on");
        var faults = node.commandLine("status", "--poll.wiat", "5s", "--report.interval", "0s");
        assertThat(faults.exitCode()).isEqualTo(2);
        assertThat(faults.output()).contains("did you mean \"poll.wait\"?", "report.interval");
    }

    @Test
    @Shows({"A11"})
    void a_node_that_is_released_by_hand_serves_nobody_and_serves_again_when_its_agent_runs() throws InterruptedException {
        var owner = stage().owner();
        owner.addAccount("jutta");
        var node = stage().node(1);
        try (var client = Client.on(plainLink(owner.link("jutta"), 1), stage().target())) {
            assertThat(client.isServedWithin(SOON)).isTrue();
            var pid = stage().corePid(1);
            node.stop();
            assertThat(node.commandLine("release").output()).contains("add --confirm \"" + Stage.name(1) + "\"");

            var released = node.commandLine("release", "--confirm", Stage.name(1));

            assertThat(released.well()).as(released.output()).isTrue();
            assertThat(released.output())
                    .containsPattern("[1-9][0-9]* users were taken out of the core")
                    .contains("process " + pid + ", and is yours", "delete it in the bot");
            assertThat(client.isRefusedWithin(SOON)).as("nobody is served").isTrue();
            assertThat(stage().corePid(1)).as("the core runs on").isEqualTo(pid);
            node.start();
            assertThat(client.isServedWithin(ENDED)).as("served by the agent's new core").isTrue();
        } finally {
            node.start();
        }
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
                        screen -> screen.text().contains("✅ done") && screen.text().contains(words), ENDED);
    }

    private void card() throws InterruptedException {
        stage().owner().node(Stage.name(1));
    }

    private static java.util.function.Predicate<Screen> has(String button) {
        return screen -> screen.button(button).isPresent();
    }
}
