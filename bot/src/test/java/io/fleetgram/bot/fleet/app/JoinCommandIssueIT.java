package io.fleetgram.bot.fleet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Authority;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JoinCommandIssueIT {

    private static final NodeKey NODE = new NodeKey("k1");

    private static TestController controller;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        controller.get(Nodes.class).add(NODE, NodeProfile.of("de-1", "de1.example.org"), Instant.EPOCH);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_join_command_names_controller_token_and_authority_and_fits_a_copy_button() {
        var command = controller.get(JoinCommands.class).issue(NODE);

        assertThat(command.text())
                .isEqualTo("fleetgram-agent enroll --controller control.example.org:8443 --token %s --ca-fingerprint %s"
                        .formatted(
                                command.token(),
                                controller.get(Authority.class).fingerprint().hex()))
                .hasSizeLessThanOrEqualTo(JoinCommand.LONGEST);
        assertThat(Duration.between(Instant.now(), command.expiresAt()))
                .isBetween(Duration.ofMinutes(14), Duration.ofMinutes(15));
    }

    @Test
    void the_token_itself_is_not_in_the_database() {
        var command = controller.get(JoinCommands.class).issue(NODE);

        var kept = controller
                .get(JdbcClient.class)
                .sql("SELECT HEX(token_hash) FROM join_token")
                .query(String.class)
                .list();

        assertThat(kept).isNotEmpty().noneMatch(hash -> hash.contains(command.token()));
        assertThat(command.toString()).doesNotContain(command.token());
    }

    @Test
    void there_is_no_join_command_for_a_node_that_does_not_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> controller.get(JoinCommands.class).issue(new NodeKey("nobody")));
    }
}
