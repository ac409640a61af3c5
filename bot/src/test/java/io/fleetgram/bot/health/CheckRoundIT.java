package io.fleetgram.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.health.app.CheckRound;
import io.fleetgram.bot.health.jobs.PurgeChecks;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H1 to H4, H6: rounds of checks against real sockets, kept in a real database. */
class CheckRoundIT {

    /** The checks. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"io.fleetgram.bot.health.app", "io.fleetgram.bot.health.config", "io.fleetgram.bot.health.jdbc"})
    static class Parts {}

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final TestController controller = TestController.start(
            TestMariaDb.freshDatabase(),
            Map.of("fleetgram.health.timeout", "1s"),
            Parts.class,
            TestController.MovedTime.class);
    private final Map<NodeKey, ServerSocket> listeners = new HashMap<>();
    private final CheckRound round = controller.get(CheckRound.class);
    private final HealthHistory history = controller.get(HealthHistory.class);
    private final Nodes nodes = controller.get(Nodes.class);

    @BeforeEach
    void onTheHour() {
        var now = controller.get(InstantSource.class).instant();
        controller.advance(Duration.ofSeconds(3_600 - now.getEpochSecond() % 3_600 + 60));
    }

    @AfterEach
    void stop() throws IOException {
        for (var listener : listeners.values()) {
            listener.close();
        }
        controller.close();
    }

    @Test
    void a_node_goes_offline_with_its_third_bad_check_and_is_back_with_its_second_good_one() throws IOException {
        var node = joined("de-1");
        check();
        assertThat(condition(node)).isEqualTo(NodeCondition.ONLINE);
        int port = listeners.get(node).getLocalPort();
        listeners.get(node).close();

        check();
        check();
        assertThat(condition(node)).isEqualTo(NodeCondition.ONLINE);
        check();
        assertThat(condition(node)).isEqualTo(NodeCondition.OFFLINE);
        assertThat(nodes.page(NodeFilter.ALL.withCondition(Optional.of(NodeCondition.OFFLINE)), 0, 10)
                        .total())
                .as("lists say the same as cards")
                .isEqualTo(1);
        assertThat(nodes.overview(node)
                        .orElseThrow()
                        .status()
                        .health()
                        .orElseThrow()
                        .reason())
                .isEqualTo("none of its ports can be reached (%d: refused)".formatted(port));

        listen(node, port);
        check();
        assertThat(condition(node)).isEqualTo(NodeCondition.OFFLINE);
        check();
        assertThat(condition(node)).isEqualTo(NodeCondition.ONLINE);

        assertThat(history.changes(node, 10))
                .extracting(HealthHistory.Change::verdict)
                .containsExactly(NodeVerdict.ONLINE, NodeVerdict.OFFLINE, NodeVerdict.ONLINE);
        assertThat(controller.events(NodeHealthChanged.class))
                .extracting(NodeHealthChanged::verdict)
                .containsExactly(NodeVerdict.ONLINE, NodeVerdict.OFFLINE, NodeVerdict.ONLINE);
    }

    @Test
    void availability_counts_checks_and_neither_the_time_before_the_first_nor_that_of_a_disabled_node()
            throws IOException {
        var node = joined("de-1");
        for (int i = 0; i < 6; i++) {
            check();
        }
        listeners.get(node).close();
        for (int i = 0; i < 4; i++) {
            check();
        }
        state(node, "DISABLED");
        for (int i = 0; i < 10; i++) {
            check();
        }
        var now = controller.get(InstantSource.class).instant();
        var hours = history.hours(node, now.minus(Duration.ofDays(30)));
        assertThat(hours).singleElement().satisfies(hour -> {
            assertThat(hour.checks()).isEqualTo(10);
            assertThat(hour.available()).as("the third and fourth bad check").isEqualTo(8);
        });
        assertThat(Availability.over(hours, Duration.ofDays(1), now)).hasValue(0.8);
        assertThat(Availability.over(hours, Duration.ofDays(1), now.plus(Duration.ofDays(2))))
                .isEmpty();
        assertThat(history.latencies(node, now.minus(Duration.ofDays(1)))).hasSize(6);

        controller.advance(Duration.ofDays(91));
        controller.get(PurgeChecks.class).run();
        assertThat(history.latencies(node, Instant.EPOCH)).isEmpty();
        assertThat(history.hours(node, Instant.EPOCH)).as("hours stay").hasSize(1);
    }

    @Test
    void while_this_side_is_cut_off_no_verdict_changes_and_it_is_told_once() throws IOException {
        var fleet = List.of(joined("de-1"), joined("de-2"), joined("de-3"));
        check();
        controller.advance(Duration.ofMinutes(1));
        controller
                .get(JdbcClient.class)
                .sql("UPDATE node_status SET last_heartbeat_at = last_heartbeat_at - INTERVAL 1 HOUR")
                .update();
        for (var node : fleet) {
            listeners.get(node).close();
        }
        for (int i = 0; i < 5; i++) {
            assertThat(round.run()).isEqualTo(new Round.CutOff(3, 3));
            controller.advance(INTERVAL);
        }
        assertThat(fleet).extracting(this::condition).containsOnly(NodeCondition.ONLINE);
        assertThat(controller.events(ControllerCutOff.class)).containsExactly(new ControllerCutOff(3, 3));

        for (int i = 0; i < 3; i++) {
            heard(fleet.getFirst());
            assertThat(round.run()).as("an agent is heard: it is they who fail").isInstanceOf(Round.Decided.class);
            controller.advance(INTERVAL);
        }
        assertThat(fleet).extracting(this::condition).containsOnly(NodeCondition.OFFLINE);
        assertThat(controller.events(ControllerBack.class)).hasSize(1);
    }

    private void check() {
        controller
                .get(JdbcClient.class)
                .sql("UPDATE node_status SET last_heartbeat_at = ?")
                .param(DatabaseTime.of(controller.get(InstantSource.class).instant()))
                .update();
        assertThat(round.run()).isInstanceOf(Round.Decided.class);
        controller.advance(INTERVAL);
    }

    private NodeKey joined(String name) throws IOException {
        var node = new NodeKey(name.replace("-", ""));
        nodes.add(node, NodeProfile.of(name, "127.0.0.1"), Instant.EPOCH);
        state(node, "JOINED");
        listen(node, 0);
        controller
                .get(JdbcClient.class)
                .sql("""
                        INSERT INTO node_status (node_id, core_state, listening_ports, last_heartbeat_at)
                        SELECT id, 'RUNNING', :port, :now FROM node WHERE node_key = :node""")
                .param("port", listeners.get(node).getLocalPort())
                .param(
                        "now",
                        DatabaseTime.of(controller.get(InstantSource.class).instant()))
                .param("node", node.text())
                .update();
        return node;
    }

    private void heard(NodeKey node) {
        controller
                .get(JdbcClient.class)
                .sql(
                        "UPDATE node_status SET last_heartbeat_at = :now WHERE node_id = (SELECT id FROM node WHERE node_key = :node)")
                .param(
                        "now",
                        DatabaseTime.of(controller.get(InstantSource.class).instant()))
                .param("node", node.text())
                .update();
    }

    private void state(NodeKey node, String state) {
        controller
                .get(JdbcClient.class)
                .sql("UPDATE node SET state = ? WHERE node_key = ?")
                .param(state)
                .param(node.text())
                .update();
    }

    private void listen(NodeKey node, int port) throws IOException {
        var socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        listeners.put(node, socket);
    }

    private NodeCondition condition(NodeKey node) {
        return nodes.overview(node).orElseThrow().condition();
    }
}
