package io.fleetgram.bot.sync.grpc;

import static io.fleetgram.bot.sync.grpc.Refusals.codeOf;
import static io.fleetgram.bot.sync.grpc.Refusals.refused;
import static io.fleetgram.bot.sync.grpc.Refusals.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.NodeStates;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.sync.app.Snapshot;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.app.SyncTimings;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.bot.sync.grpc.Follower.Got;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.PollRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S1 to S4: what a node gets, over real TLS from a real database. */
class SyncOverTheWireIT {

    private static final Duration LONG = Duration.ofSeconds(20);

    private static TestController controller;
    private static Fleet fleet;

    @Configuration(proxyBeanMethods = false)
    static class Hurried {
        @Bean
        @Primary
        SyncTimings hurried() {
            return SyncTimings.USUAL.withSecondLook(Duration.ofMillis(500));
        }
    }

    @BeforeAll
    static void start() {
        controller = TestController.startWith(Hurried.class, TestController.MovedTime.class);
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_new_node_gets_everything_once_and_then_nothing_until_something_changes() {
        fleet.addAccount();
        var node = fleet.addNode();
        try (var follower = follower(fleet.join(node))) {
            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
            assertThat(follower.entries()).containsKey("n/" + node);
            follower.assertHolds(snapshot(node.text()));

            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.UNCHANGED);
            assertThat(follower.version())
                    .isEqualTo(controller.get(DesiredState.class).currentVersion());
        }
    }

    @Test
    void a_parked_poll_is_answered_at_once_with_the_changed_account_and_nothing_else() throws Exception {
        for (int i = 0; i < 50; i++) {
            fleet.addAccount();
        }
        try (var follower = follower(fleet.join(fleet.addNode()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            follower.settle();
            var before = Map.copyOf(follower.entries());
            var parked = park(threads.submit(() -> follower.poll(LONG)));

            var begin = System.nanoTime();
            var account = fleet.addAccount();

            assertThat(parked.get(10, TimeUnit.SECONDS)).isEqualTo(Got.DELTA);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
            var added = new ArrayList<>(follower.entries().keySet());
            added.removeAll(before.keySet());
            assertThat(added).isNotEmpty().allMatch(key -> key.startsWith("a/" + account + "."));
            assertThat(follower.lastBytes()).as("bytes on the wire").isLessThan(150 * (added.size() + 1));
        }
    }

    @Test
    void a_poll_that_nothing_happens_to_comes_back_unchanged_after_its_wait() {
        try (var follower = follower(fleet.join(fleet.addNode()))) {
            follower.settle();
            var begin = System.nanoTime();

            assertThat(follower.poll(Duration.ofMillis(400))).isEqualTo(Got.UNCHANGED);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void two_nodes_that_follow_random_changes_hold_what_a_fresh_snapshot_holds() {
        var random = new Random(20261120);
        var accounts = new ArrayList<AccountKey>();
        var node = fleet.addNode();
        var other = fleet.addNode();
        try (var follower = follower(fleet.join(node));
                var rarely = follower(fleet.join(other))) {
            int deltas = 0;
            for (int i = 0; i < 80; i++) {
                change(random, accounts);
                if (random.nextInt(2) == 0) {
                    deltas += follower.poll(Duration.ofMillis(20)) == Got.DELTA ? 1 : 0;
                }
                if (random.nextInt(15) == 0) {
                    rarely.poll(Duration.ZERO);
                }
            }
            follower.settle();
            rarely.settle();

            assertThat(deltas).isGreaterThan(10);
            follower.assertHolds(snapshot(node.text()));
            rarely.assertHolds(snapshot(other.text()));
            assertThat(controller.get(NodeStates.class).wanted(node.text()))
                    .map(NodeStates.Wanted::hash)
                    .contains(follower.hash());
        }
        assertThat(controller.events(NodeDisagreed.class))
                .extracting(NodeDisagreed::nodeKey)
                .doesNotContain(node.text(), other.text());
    }

    @Test
    void a_node_that_missed_changes_during_a_restart_of_the_controller_gets_them_as_a_delta() {
        var account = fleet.addAccount();
        try (var follower = follower(fleet.join(fleet.addNode()))) {
            follower.settle();
            fleet.move(account, Trigger.SUSPEND);

            try (var restarted = TestController.start(controller.database(), Map.of());
                    var next = follower.at(restarted)) {
                assertThat(next.poll(Duration.ZERO)).isEqualTo(Got.DELTA);
                assertThat(next.entries().keySet()).noneMatch(key -> key.startsWith("a/" + account + "."));
            }
        }
    }

    @Test
    void a_change_made_at_one_controller_reaches_a_poll_that_is_parked_at_another() throws Exception {
        try (var second = TestController.start(controller.database(), Map.of());
                var first = follower(fleet.join(fleet.addNode()));
                var follower = first.at(second);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            follower.settle();
            var parked = threads.submit(() -> follower.poll(LONG));
            await().until(() -> second.get(Watches.class).parked() == 1);

            fleet.addAccount();

            assertThat(parked.get(10, TimeUnit.SECONDS)).isEqualTo(Got.DELTA);

            // Ahead of a controller that has not looked yet is no sign of trouble.
            first.settle();
            for (int i = 0; i < 5; i++) {
                fleet.addAccount();
                assertThat(first.poll(LONG)).isEqualTo(Got.DELTA);
                try (var ahead = first.at(second)) {
                    assertThat(ahead.poll(Duration.ZERO)).isEqualTo(Got.UNCHANGED);
                }
            }
            assertThat(second.events(NodeDisagreed.class)).isEmpty();
        }
    }

    @Test
    void a_node_that_holds_something_else_gets_everything_anew_and_operators_are_told_once() {
        var node = fleet.addNode();
        try (var follower = follower(fleet.join(node))) {
            follower.settle();
            follower.pretend(follower.version(), "a/nobody.nowhere");
            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
            follower.pretend(follower.version(), "a/nobody.nowhere");
            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);

            follower.assertHolds(snapshot(node.text()));
        }
        assertThat(controller.events(NodeDisagreed.class))
                .filteredOn(event -> event.nodeKey().equals(node.text()))
                .singleElement()
                .satisfies(event -> assertThat(event.what()).contains("something else"));
    }

    @Test
    void a_node_ahead_of_a_restored_database_gets_everything_anew() {
        var node = fleet.addNode();
        try (var follower = follower(fleet.join(node))) {
            follower.settle();
            follower.pretend(follower.version() + 1_000, "a/since.deleted");

            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);

            follower.assertHolds(snapshot(node.text()));
        }
        assertThat(controller.events(NodeDisagreed.class))
                .filteredOn(event -> event.nodeKey().equals(node.text()))
                .singleElement()
                .satisfies(event -> assertThat(event.what()).contains("never had"));
    }

    @Test
    void a_node_asks_for_a_few_snapshots_and_must_then_wait() {
        try (var follower = follower(fleet.join(fleet.addNode()))) {
            for (int i = 0; i < SyncTimings.USUAL.snapshotBurst(); i++) {
                assertThat(follower.agent().poll(0, StateHash.EMPTY, Duration.ZERO))
                        .first()
                        .satisfies(
                                answer -> assertThat(answer.hasSnapshotStart()).isTrue());
            }

            var failure = refused("RATE_LIMITED", () -> follower.agent().poll(0, StateHash.EMPTY, Duration.ZERO));

            assertThat(Long.parseLong(failure.getTrailers().get(Failures.RETRY_AFTER)))
                    .isBetween(1L, 60_000L);
        }
    }

    @Test
    void a_snapshot_whose_poll_fails_gives_its_place_free() {
        var database = controller.get(JdbcClient.class);
        database.sql("RENAME TABLE traffic_cursor TO traffic_cursor_away").update();
        try {
            for (int i = 0; i < SyncTimings.USUAL.snapshotsAtOnce(); i++) {
                try (var follower = follower(fleet.join(fleet.addNode()))) {
                    refused("INTERNAL", () -> follower.agent().pollWithAnEpoch());
                }
            }
        } finally {
            database.sql("RENAME TABLE traffic_cursor_away TO traffic_cursor").update();
        }
        try (var follower = follower(fleet.join(fleet.addNode()))) {
            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
        }
    }

    @Test
    void what_this_process_remembers_wrongly_is_mended_by_the_next_snapshot() {
        var account = fleet.addAccount();
        try (var early = follower(fleet.join(fleet.addNode()))) {
            early.settle();
            controller
                    .get(JdbcClient.class)
                    .sql(
                            "DELETE FROM account_inbound WHERE account_id = (SELECT id FROM account WHERE account_key = ?)")
                    .param(account.text())
                    .update();
            assertThat(early.poll(Duration.ZERO)).isEqualTo(Got.UNCHANGED);

            var late = fleet.addNode();
            try (var follower = follower(fleet.join(late))) {
                assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
                follower.assertHolds(snapshot(late.text()));
                assertThat(controller.events(IndexMended.class))
                        .extracting(IndexMended::nodeKey)
                        .containsExactly(late.text());
                assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.UNCHANGED);
            }
            early.poll(Duration.ZERO);
            assertThat(early.entries().keySet()).noneMatch(key -> key.startsWith("a/" + account + "."));
        }
    }

    @Test
    void a_removed_node_learns_it_at_once_and_hands_over_its_last_batch_for_ten_minutes() throws Exception {
        var node = fleet.addNode();
        try (var follower = follower(fleet.join(node));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            follower.settle();
            var parked = park(threads.submit(() -> follower.poll(LONG)));

            fleet.remove(node);

            assertThat(codeOf(parked)).isEqualTo("NODE_REMOVED");
            refused("NODE_REMOVED", () -> follower.poll(Duration.ZERO));
            refused("NODE_REMOVED", () -> follower.agent().renew());
            assertThat(report(follower.agent(), 1)).isEqualTo(1);
            // Also from a new connection, though its certificates are revoked.
            try (var again = follower.agent().at(controller)) {
                assertThat(report(again, 2)).isEqualTo(2);
            }
            controller.advance(Duration.ofMinutes(11));
            refused("NODE_REMOVED", () -> report(follower.agent(), 3));
        }
    }

    @Test
    void a_newer_poll_of_one_node_takes_the_place_of_the_older() throws Exception {
        try (var follower = follower(fleet.join(fleet.addNode()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            follower.settle();
            var older = park(threads.submit(() -> follower.agent().poll(follower.version(), follower.hash(), LONG)));

            assertThat(follower.poll(Duration.ofMillis(50))).isEqualTo(Got.UNCHANGED);

            assertThat(codeOf(older)).isEqualTo("POLL_REPLACED");
            assertThat(controller.events(SecondRun.class)).isEmpty();
        }
    }

    @Test
    void a_clone_of_a_node_is_noticed_when_both_poll_and_a_restarted_agent_is_not_taken_for_one() {
        var node = fleet.addNode();
        try (var machine = follower(fleet.join(node));
                var restarted = machine.at(controller);
                var clone = machine.at(controller)) {
            machine.settle();
            restarted.poll(Duration.ZERO);
            restarted.poll(Duration.ZERO);
            assertThat(secondRuns(node.text())).isZero();

            clone.poll(Duration.ZERO);
            restarted.poll(Duration.ZERO);

            assertThat(secondRuns(node.text())).isEqualTo(1);
        }
    }

    @Test
    void a_poll_that_is_out_of_form_is_refused_by_name_of_the_field() {
        try (var agent = fleet.join(fleet.addNode())) {
            var failure = refused(
                    "INVALID_REQUEST",
                    () -> agent.call()
                            .poll(PollRequest.newBuilder()
                                    .setAgentRun(ByteString.copyFromUtf8("short"))
                                    .build())
                            .next());

            assertThat(failure.getStatus().getDescription()).contains("agent_run has 16 bytes");
        }
    }

    private static Follower follower(TestAgent agent) {
        return new Follower(controller, agent);
    }

    private static long secondRuns(String node) {
        return controller.events(SecondRun.class).stream()
                .filter(event -> event.nodeKey().equals(node))
                .count();
    }

    private static void change(Random random, List<AccountKey> accounts) {
        if (accounts.size() < 3 || random.nextInt(3) == 0) {
            accounts.add(fleet.addAccount());
            return;
        }
        var account = accounts.get(random.nextInt(accounts.size()));
        switch (random.nextInt(4)) {
            case 0 -> fleet.move(account, Trigger.SUSPEND);
            case 1 -> fleet.move(account, Trigger.RESUME);
            case 2 -> fleet.rotate(account);
            default -> {
                fleet.move(account, Trigger.DELETE);
                accounts.remove(account);
            }
        }
    }

    private static Snapshot snapshot(String node) {
        return controller.get(StateReader.class).snapshot(node).orElseThrow();
    }

    private static <T> Future<T> park(Future<T> poll) {
        await().until(() -> controller.get(Watches.class).parked() == 1);
        return poll;
    }
}
