package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.core.CoreKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a person at a node's own console asks its agent's program. */
class AgentConsoleOnSimulatedEndToEndIT extends EndToEnd {

    /** A core takes up to 30 s to start; a machine that stalls, more. */
    private static final Duration STARTED = Duration.ofSeconds(60);

    AgentConsoleOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED, 1);
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
        assertThat(node.commandLine("status").output()).contains("controller   answers");
        assertThat(node.commandLine("show-config").output())
                .containsPattern("core.executable +/.+agent.properties")
                .containsPattern("drift.interval +30s +default");
        var check = node.commandLine("check");
        assertThat(check.output())
                .contains("ok      settings", "ok      controller")
                .doesNotContain("FAILED");
        assertThat(check.well()).isTrue();
        assertThat(node.commandLine("release").output()).contains("an agent runs on");
        var faults = node.commandLine("status", "--poll.wiat", "5s", "--report.interval", "0s");
        assertThat(faults.exitCode()).isEqualTo(2);
        assertThat(faults.output()).contains("did you mean \"poll.wait\"?", "report.interval");
    }

    @Test
    @Shows({"A11"})
    void a_node_that_is_released_by_hand_serves_nobody_and_serves_again_when_its_agent_runs()
            throws InterruptedException {
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
            assertThat(client.isServedWithin(STARTED))
                    .as("served by the agent's new core")
                    .isTrue();
        } finally {
            node.start();
        }
    }
}
