package io.fleetgram.bot.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.jobs.SilentNodes;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.shared.StateHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** S3, S4: what nodes say of themselves is kept, and decides nothing. */
class StatusReportsIT {

    private static final AgentFacts AGENT = new AgentFacts("0.1.0", "Debian 12", "amd64", "de1");
    private static final HostReadings HOST =
            new HostReadings(250, 1L << 30, 4L << 30, 5L << 30, 40L << 30, 1_000, 2_000, 17, 9, Optional.empty());

    private static TestController controller;
    private static Nodes nodes;
    private static StatusReports reports;
    private static int number;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(TestController.MovedTime.class);
        nodes = controller.get(Nodes.class);
        reports = controller.get(StatusReports.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_report_is_what_the_card_shows() {
        var node = addNode();
        var core = core(CoreFacts.State.RUNNING);

        reports.take(report(node, core, List.of(), List.of()));

        var status = nodes.overview(node).orElseThrow().status();
        assertThat(status.core()).contains(core);
        assertThat(status.agent()).contains(AGENT);
        assertThat(status.host()).contains(HOST);
        assertThat(status.held().storedVersion()).hasValue(7);
        assertThat(status.held().appliedVersion()).hasValue(6);
        assertThat(status.lastConvergence()).contains("1 added");
        assertThat(nodes.overview(node).orElseThrow().condition()).isEqualTo(NodeCondition.ONLINE);
    }

    @Test
    void a_failed_entry_keeps_the_time_since_when_and_goes_when_it_is_no_longer_reported() {
        var node = addNode();
        var running = core(CoreFacts.State.RUNNING);
        reports.take(report(node, running, List.of(new StatusReport.Failure("i/a", "port in use", false)), List.of()));
        var since = nodes.failedEntries(node, 10).getFirst().since();
        assertThat(nodes.overview(node).orElseThrow().condition()).isEqualTo(NodeCondition.DEGRADED);

        controller.advance(Duration.ofMinutes(1));
        reports.take(report(
                node,
                running,
                List.of(
                        new StatusReport.Failure("i/a", "still in use", false),
                        new StatusReport.Failure("i/b", "no REALITY", true)),
                List.of()));

        assertThat(nodes.failedEntries(node, 10))
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(new FailedEntry("i/a", "still in use", false, since)),
                        second -> assertThat(second.unsupported()).isTrue());
        assertThat(nodes.overview(node).orElseThrow().status().failedEntries())
                .as("an unsupported entry is no trouble")
                .isEqualTo(1);

        reports.take(report(node, running, List.of(), List.of()));
        assertThat(nodes.failedEntries(node, 10)).isEmpty();
    }

    @Test
    void a_notice_of_a_repeated_report_is_kept_once() {
        var node = addNode();
        var notice = new NodeNotice(Instant.parse("2026-11-20T14:00:00Z"), "drift", "one user was missing");
        var report = report(node, core(CoreFacts.State.RUNNING), List.of(), List.of(notice));

        reports.take(report);
        reports.take(report);

        assertThat(nodes.notices(node, 10)).containsExactly(notice);
        assertThat(told(NodeNoticed.class, NodeNoticed::node, node)).isEqualTo(1);
    }

    @Test
    void operators_are_told_of_an_entry_that_begins_to_fail_and_not_while_it_goes_on_nor_of_what_a_core_never_can() {
        var node = addNode();
        var port = new StatusReport.Failure("i/a", "port in use", false);
        var reality = new StatusReport.Failure("i/b", "no REALITY", true);
        for (var failed : List.of(List.of(reality), List.of(reality, port), List.of(port))) {
            reports.take(report(node, core(CoreFacts.State.RUNNING), failed, List.of()));
        }
        assertThat(controller.events(NodeEntriesFailed.class))
                .filteredOn(event -> event.node().equals(node))
                .singleElement()
                .satisfies(event -> assertThat(event.failed()).containsExactly(port));

        reports.take(report(node, core(CoreFacts.State.RUNNING), List.of(), List.of()));
        reports.take(report(node, core(CoreFacts.State.RUNNING), List.of(port), List.of()));
        assertThat(told(NodeEntriesFailed.class, NodeEntriesFailed::node, node)).isEqualTo(2);
    }

    @Test
    void the_first_report_of_an_answering_core_with_its_state_in_place_joins_the_node_and_is_told_once() {
        var node = addNode();
        reports.take(report(node, core(CoreFacts.State.FAILED), List.of(), List.of()));
        assertThat(nodes.find(node).orElseThrow().state()).isEqualTo(NodeState.PENDING);
        reports.take(new StatusReport(
                node,
                7,
                0,
                List.of(),
                AGENT,
                core(CoreFacts.State.RUNNING),
                HOST,
                Optional.empty(),
                List.of(),
                SyncAttempts.WELL));
        assertThat(nodes.find(node).orElseThrow().state()).isEqualTo(NodeState.PENDING);

        reports.take(report(node, core(CoreFacts.State.RUNNING), List.of(), List.of()));
        reports.take(report(node, core(CoreFacts.State.RUNNING), List.of(), List.of()));

        assertThat(nodes.find(node)).hasValueSatisfying(joined -> {
            assertThat(joined.state()).isEqualTo(NodeState.JOINED);
            assertThat(joined.joinedAt()).isPresent();
        });
        assertThat(controller.events(NodeJoined.class))
                .filteredOn(event -> event.node().equals(node))
                .hasSize(1);
    }

    @Test
    void a_node_that_stops_reporting_is_silent_after_thirty_seconds_and_heard_again_with_its_next_report() {
        var node = addNode();
        var report = report(node, core(CoreFacts.State.RUNNING), List.of(), List.of());
        var job = controller.get(SilentNodes.class);
        controller.advance(Duration.ofMinutes(2));
        reports.take(report);
        job.run();
        assertThat(nodes.overview(node).orElseThrow().condition()).isEqualTo(NodeCondition.ONLINE);

        controller.advance(Duration.ofSeconds(31));
        job.run();
        job.run();

        assertThat(nodes.overview(node).orElseThrow().condition()).isEqualTo(NodeCondition.OFFLINE);
        assertThat(controller.events(NodeSilent.class))
                .filteredOn(event -> event.node().equals(node))
                .hasSize(1);
        reports.take(report);
        assertThat(nodes.overview(node).orElseThrow().condition()).isEqualTo(NodeCondition.ONLINE);
        assertThat(controller.events(NodeHeardAgain.class))
                .filteredOn(event -> event.node().equals(node))
                .hasSize(1);
    }

    @Test
    void no_report_makes_a_version_of_the_desired_state() {
        var node = addNode();
        long before = controller.get(DesiredState.class).currentVersion();

        reports.take(report(
                node,
                core(CoreFacts.State.RUNNING),
                List.of(new StatusReport.Failure("n/" + node, "no", false)),
                List.of()));
        controller.get(Heartbeats.class).polled(node, 999, StateHash.EMPTY, Instant.now());

        assertThat(controller.get(DesiredState.class).currentVersion()).isEqualTo(before);
    }

    @Test
    void what_a_poll_says_is_on_the_card_soon_after() {
        var node = addNode();
        var hash = new StateHash(1, 2);

        var agreedAt = Instant.parse("2026-11-20T14:00:00Z");
        controller.get(Heartbeats.class).agreed(node, 41, StateHash.EMPTY, agreedAt);
        Awaitility.await().until(() -> held(node).lastSyncAt().isPresent());
        controller.get(Heartbeats.class).polled(node, 42, hash, agreedAt.plusSeconds(50));

        Awaitility.await().untilAsserted(() -> {
            assertThat(held(node).storedVersion()).hasValue(42);
            assertThat(held(node).storedHash()).contains(hash);
        });
        assertThat(held(node).lastSyncAt()).as("it did not agree again").contains(agreedAt);
    }

    @Test
    void operators_are_told_of_the_fifth_failed_sync_in_a_row_and_of_its_end_and_of_neither_twice() {
        var node = addNode();
        for (int failures = 1; failures <= 7; failures++) {
            reports.take(attempted(node, new SyncAttempts(failures, "disk <full>", false)));
            assertThat(told(NodeSyncFailing.class, NodeSyncFailing::node, node)).isEqualTo(failures < 5 ? 0 : 1);
        }
        var trouble = nodes.overview(node).orElseThrow().status().syncTrouble().orElseThrow();
        assertThat(trouble.failures()).isEqualTo(7);
        assertThat(trouble.error()).isEqualTo("disk <full>");

        reports.take(attempted(node, new SyncAttempts(0, "", false)));
        assertThat(told(NodeSyncWell.class, NodeSyncWell::node, node))
                .as("a restart of the agent shows nothing yet")
                .isZero();
        reports.take(attempted(node, SyncAttempts.WELL));
        reports.take(attempted(node, SyncAttempts.WELL));

        assertThat(told(NodeSyncWell.class, NodeSyncWell::node, node)).isEqualTo(1);
        assertThat(nodes.overview(node).orElseThrow().status().syncTrouble())
                .as("the last error stays to be seen")
                .hasValueSatisfying(over -> assertThat(over.failures()).isZero());
    }

    private static StatusReport attempted(NodeKey node, SyncAttempts attempts) {
        return new StatusReport(
                node,
                7,
                6,
                List.of(),
                AGENT,
                core(CoreFacts.State.RUNNING),
                HOST,
                Optional.empty(),
                List.of(),
                attempts);
    }

    private static <E> long told(Class<E> event, Function<E, NodeKey> whose, NodeKey node) {
        return controller.events(event).stream().map(whose).filter(node::equals).count();
    }

    private static HeldState held(NodeKey node) {
        return nodes.overview(node).orElseThrow().status().held();
    }

    private static NodeKey addNode() {
        var key = new NodeKey("n" + number++);
        nodes.add(key, NodeProfile.of("node-" + key, "de1.example.org"), Instant.now());
        return key;
    }

    private static CoreFacts core(CoreFacts.State state) {
        return new CoreFacts(
                state,
                "xray",
                "25.1",
                Optional.of(Instant.parse("2026-11-20T12:00:00Z")),
                "",
                Set.of("vless", "reality"),
                List.of(443));
    }

    private static StatusReport report(
            NodeKey node, CoreFacts core, List<StatusReport.Failure> failed, List<NodeNotice> notices) {
        return new StatusReport(
                node, 7, 6, failed, AGENT, core, HOST, Optional.of("1 added"), notices, SyncAttempts.WELL);
    }
}
