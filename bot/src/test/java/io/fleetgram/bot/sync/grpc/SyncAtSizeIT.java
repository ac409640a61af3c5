package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.sync.IndexMended;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.NodeStates;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.app.SyncTimings;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.bot.sync.grpc.Follower.Got;
import io.fleetgram.shared.StateHash;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** S2: a fleet of 50,000 accounts, and readers that are slow. */
class SyncAtSizeIT {

    private static final int ACCOUNTS = 50_000;
    /** Handed to a node with one account more or less: its key, its bytes, version, hash, clock. */
    private static final int ONE_ACCOUNT = 300;

    private static TestController controller;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        fleet = new Fleet(controller);
        fill();
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_snapshot_is_of_one_moment_while_writes_go_on_and_one_change_after_it_costs_some_hundred_bytes()
            throws Exception {
        var node = fleet.addNode();
        try (var follower = new Follower(controller, fleet.join(node));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writing = new AtomicBoolean(true);
            var writer = threads.submit(() -> {
                int changes = 0;
                while (writing.get()) {
                    var account = fleet.addAccount();
                    fleet.rotate(account);
                    fleet.move(account, Trigger.SUSPEND);
                    changes += 3;
                }
                return changes;
            });
            // The follower checks what it gets against the snapshot's own hash and number of entries.
            assertThat(follower.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
            assertThat(follower.entries()).hasSizeGreaterThan(ACCOUNTS);
            writing.set(false);
            assertThat(writer.get(60, TimeUnit.SECONDS)).isPositive();
            follower.settle();

            var parked = threads.submit(() -> follower.poll(Duration.ofSeconds(20)));
            await().until(() -> controller.get(Watches.class).parked() > 0);
            var account = fleet.addAccount();
            assertThat(parked.get(30, TimeUnit.SECONDS)).isEqualTo(Got.DELTA);
            int inbounds = (int) follower.entries().keySet().stream()
                    .filter(key -> key.startsWith("a/" + account + "."))
                    .count();
            assertThat(inbounds).isPositive();
            assertThat(follower.lastBytes()).isLessThan(ONE_ACCOUNT * inbounds);

            fleet.move(account, Trigger.SUSPEND);
            await().until(() -> follower.poll(Duration.ZERO) == Got.DELTA);
            assertThat(follower.lastBytes()).isLessThan(ONE_ACCOUNT);
            follower.assertHolds(
                    controller.get(StateReader.class).snapshot(node.text()).orElseThrow());
        }
        assertThat(controller.events(NodeDisagreed.class)).isEmpty();
        assertThat(controller.events(IndexMended.class)).isEmpty();
    }

    @Test
    void a_reader_that_takes_nothing_holds_no_transaction_and_up_nobody_and_gets_the_rest_when_it_goes_on()
            throws Exception {
        try (var slow = new SlowReader(fleet.join(fleet.addNode()));
                var other = new Follower(controller, fleet.join(fleet.addNode()))) {
            await().until(() -> !slow.taken().isEmpty());
            assertThat(other.poll(Duration.ZERO)).isEqualTo(Got.SNAPSHOT);
            fleet.addAccount();
            await().until(() -> other.poll(Duration.ZERO) == Got.DELTA);

            assertThat(controller.get(Watches.class).parked())
                    .as("what is not taken is not sent either")
                    .isEqualTo(1);
            await().until(() -> openTransactions() == 0);

            var all = slow.takeAll().get(60, TimeUnit.SECONDS);
            int entries = all.stream()
                    .mapToInt(part -> part.getSnapshotPart().getPutCount())
                    .sum();
            assertThat(entries).isEqualTo(all.getFirst().getSnapshotStart().getEntries());
            assertThat(all.getLast().hasSnapshotEnd()).isTrue();
        }
    }

    @Test
    void eight_have_a_snapshot_at_once_and_the_ninth_when_one_of_them_is_gone() {
        var slow = new ArrayList<SlowReader>();
        try {
            for (int i = 0; i < SyncTimings.USUAL.snapshotsAtOnce(); i++) {
                var reader = new SlowReader(fleet.join(fleet.addNode()));
                slow.add(reader);
                await().until(() -> !reader.taken().isEmpty());
            }
            try (var ninth = new Follower(controller, fleet.join(fleet.addNode()))) {
                Refusals.refused("RATE_LIMITED", () -> ninth.agent().poll(0, StateHash.EMPTY, Duration.ZERO));
                slow.getFirst().close();
                assertThat(ninth.poll(Duration.ofSeconds(20))).isEqualTo(Got.SNAPSHOT);
            }
        } finally {
            slow.forEach(SlowReader::close);
            await().until(() -> controller.get(Watches.class).parked() == 0);
        }
    }

    private static int openTransactions() {
        return controller.get(JdbcClient.class).sql("""
                        SELECT COUNT(*) FROM information_schema.innodb_trx
                        JOIN information_schema.processlist ON id = trx_mysql_thread_id
                        WHERE db = DATABASE() AND trx_mysql_thread_id <> CONNECTION_ID()""").query(Integer.class).single();
    }

    /** Many accounts on one inbound, and a version that the log does not explain, so that everything is read anew. */
    private static void fill() {
        var jdbc = controller.get(JdbcTemplate.class);
        var now = LocalDateTime.of(2026, 1, 1, 0, 0);
        jdbc.batchUpdate(
                """
                INSERT INTO account (id, account_key, name, status, uuid, uuid_fingerprint, password, subscription_hash,
                    subscription_token, created_at)
                VALUES (?, ?, ?, 'ACTIVE', ?, ?, '', ?, '', ?)""",
                IntStream.range(0, ACCOUNTS)
                        .mapToObj(i -> new Object[] {
                            1_000_000 + i,
                            "bulk" + i,
                            "bulk " + i,
                            new UUID(0, i).toString(),
                            ByteBuffer.allocate(16).putInt(i).array(),
                            ByteBuffer.allocate(32).putInt(i).array(),
                            now
                        })
                        .toList());
        jdbc.update("""
                INSERT INTO account_inbound (account_id, inbound_id)
                SELECT account.id, (SELECT MIN(inbound_id) FROM inbound_offer) FROM account WHERE account.id >= 1000000""");
        jdbc.update("UPDATE desired_state_version SET version = version + 1");
        var node = fleet.addNode();
        await().until(() -> controller.get(NodeStates.class).wanted(node.text()).isPresent());
    }
}
