package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T1, T3: every byte is booked once, whatever happens to the messages. */
class TrafficBookingIT {

    private static final AuditEntry.Actor TEST = new AuditEntry.Actor.SystemActor("test");
    private static final byte[] EPOCH = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);

    private static TestController controller;
    private static BatchReceiver receiver;
    private static Usage usage;
    private static JdbcClient jdbc;
    private static int number;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        receiver = controller.get(BatchReceiver.class);
        usage = controller.get(Usage.class);
        jdbc = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nodes_that_send_at_once_with_lost_answers_and_repeats_are_counted_to_the_byte(long seed) throws Exception {
        var accounts = IntStream.range(0, 6).mapToObj(i -> addAccount()).toList();
        var users =
                accounts.stream().flatMap(account -> users(account).stream()).toList();
        var nodes = IntStream.range(0, 6)
                .mapToObj(i -> new CountingNode(addNode(), users, seed * 100 + i))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sending = nodes.stream()
                    .<Callable<Boolean>>map(node -> () -> sendMuch(node))
                    .toList();
            for (var one : threads.invokeAll(sending)) {
                assertThat(one.get()).isTrue();
            }
        }

        assertTotals(accounts, nodes);
        var keys = nodes.stream().map(CountingNode::node).toList();
        assertThat(controller.events(TrafficGap.class)).noneMatch(event -> keys.contains(event.nodeKey()));
        assertThat(controller.events(BatchAltered.class)).noneMatch(event -> keys.contains(event.nodeKey()));
    }

    @Test
    void a_repeat_is_answered_with_the_same_position_and_written_as_a_repeat() {
        var node = addNode();
        var account = addAccount();
        var batch = batch(1, row(users(account).getFirst(), 10, 20));

        assertThat(receive(node, batch).sequence()).isEqualTo(1);
        assertThat(receive(node, batch).sequence()).isEqualTo(1);

        assertThat(usage.of(account).total()).isEqualTo(new Amount(10, 20));
        assertThat(jdbc.sql(
                                "SELECT repeats FROM traffic_cursor WHERE node_id = (SELECT id FROM node WHERE node_key = ?)")
                        .param(node)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void other_bytes_under_a_booked_number_change_nothing_and_are_told() {
        var node = addNode();
        var account = addAccount();
        receive(node, batch(1, row(users(account).getFirst(), 10, 20)));

        assertThat(receive(node, batch(1, row(users(account).getFirst(), 11, 20)))
                        .sequence())
                .isEqualTo(1);

        assertThat(usage.of(account).total()).isEqualTo(new Amount(10, 20));
        assertThat(controller.events(BatchAltered.class))
                .filteredOn(event -> event.nodeKey().equals(node))
                .hasSize(1);
    }

    @Test
    void what_comes_after_a_gap_is_booked_and_the_gap_is_told() {
        var node = addNode();
        var account = addAccount();
        receive(node, batch(1, row(users(account).getFirst(), 1, 0)));

        assertThat(receive(node, batch(4, row(users(account).getFirst(), 10, 0)))
                        .sequence())
                .isEqualTo(4);

        assertThat(usage.of(account).total()).isEqualTo(new Amount(11, 0));
        assertThat(controller.events(TrafficGap.class))
                .filteredOn(event -> event.nodeKey().equals(node))
                .singleElement()
                .satisfies(event -> assertThat(event.expected()).isEqualTo(2));
    }

    @Test
    void an_unknown_user_is_booked_on_the_node_and_a_deleted_account_keeps_what_is_its_own() {
        var node = addNode();
        var deleted = addAccount();
        var user = users(deleted).getFirst();
        controller.get(ChangeAccount.class).move(TEST, deleted, Trigger.DELETE);

        receive(node, batch(1, row(user, 5, 6), row("nobody.nowhere", 7, 8), row("not a key", 1, 1)));

        assertThat(usage.of(deleted).total()).isEqualTo(new Amount(5, 6));
        assertThat(usage.byNode(deleted)).extracting(NodeUsage::amount).containsExactly(new Amount(5, 6));
        assertThat(jdbc.sql(
                                "SELECT user_key FROM traffic_unclaimed u JOIN node n ON n.id = u.node_id WHERE n.node_key = ? ORDER BY 1")
                        .param(node)
                        .query(String.class)
                        .list())
                .containsExactly("nobody.nowhere", "not?a?key");
        assertThat(controller.events(TrafficUnclaimed.class))
                .filteredOn(event -> event.nodeKey().equals(node))
                .singleElement()
                .satisfies(event -> assertThat(event.keys()).isEqualTo(2));
    }

    @Test
    void hours_before_the_last_report_and_after_now_are_moved_into_the_time_between() {
        var node = addNode();
        var account = addAccount();
        var user = users(account).getFirst();
        int now = hour();
        receive(node, batch(1, TrafficRow.newBuilder().setKey(user).setHour(now).setUplink(1)));

        receive(
                node,
                batch(
                        2,
                        TrafficRow.newBuilder().setKey(user).setHour(1).setUplink(10),
                        TrafficRow.newBuilder()
                                .setKey(user)
                                .setHour(now + 1_000)
                                .setUplink(100)));

        assertThat(jdbc.sql(
                                "SELECT t.hour FROM traffic_hour t JOIN account a ON a.id = t.account_id WHERE a.account_key = ?")
                        .param(account.text())
                        .query(Integer.class)
                        .list())
                .allMatch(hour -> hour >= now && hour <= hour());
        assertThat(usage.of(account).total()).isEqualTo(new Amount(111, 0));
    }

    @Test
    void cursors_are_returned_for_the_epochs_that_are_known() {
        var node = addNode();
        receive(node, batch(1));
        receive(node, batch(2));

        var positions = receiver.positions(node, List.of(EPOCH, new byte[16]));

        assertThat(positions).singleElement().satisfies(position -> {
            assertThat(position.epoch()).isEqualTo(EPOCH);
            assertThat(position.sequence()).isEqualTo(2);
        });
    }

    @Test
    void what_is_no_batch_is_refused() {
        var node = addNode();
        assertThatThrownBy(() -> receive(node, new byte[] {1, 2, 3})).isInstanceOf(CallRefused.class);
        assertThatThrownBy(() -> receive(node, batch(0))).isInstanceOf(CallRefused.class);
    }

    @Test
    void the_tops_of_a_day_are_the_accounts_that_used_most() {
        var node = addNode();
        var little = addAccount();
        var much = addAccount();
        receive(
                node,
                batch(
                        1,
                        row(users(little).getFirst(), 1, 1L << 40),
                        row(users(much).getFirst(), 1, 1L << 45),
                        row(users(much).getLast(), 1, 1L << 44)));

        var tops = controller.get(TrafficTops.class).accounts(Instant.now().minus(Duration.ofHours(1)), 2);

        assertThat(tops).extracting(TrafficTops.Top::account).containsExactly(much, little);
        assertThat(controller
                        .get(TrafficTops.class)
                        .onNode(new NodeKey(node), Instant.now())
                        .uplink())
                .isEqualTo(3);
        assertThat(usage.since(Instant.now()).downlink()).isGreaterThan(1L << 45);
    }

    private static boolean sendMuch(CountingNode node) {
        for (int i = 0; i < 12; i++) {
            if (i % 5 == 4) {
                node.restart();
            }
            node.seal(hour());
            if (i % 3 == 2) {
                node.send(receiver);
            }
        }
        node.send(receiver);
        return true;
    }

    private static void assertTotals(List<AccountKey> accounts, List<CountingNode> nodes) {
        var counted = new HashMap<String, Amount>();
        nodes.forEach(
                node -> node.counted().forEach((user, amount) -> counted.merge(user, amount, CountingNode::plus)));
        for (var account : accounts) {
            var expected = users(account).stream()
                    .map(user -> counted.getOrDefault(user, Amount.NOTHING))
                    .reduce(Amount.NOTHING, CountingNode::plus);
            assertThat(usage.of(account).total()).isEqualTo(expected);
            assertThat(usage.byNode(account).stream().map(NodeUsage::amount).reduce(Amount.NOTHING, CountingNode::plus))
                    .isEqualTo(expected);
        }
    }

    private static BatchReceiver.Position receive(String node, byte[] batch) {
        return receiver.receive(node, batch, 0);
    }

    private static byte[] batch(long sequence, TrafficRow.Builder... rows) {
        var batch =
                TrafficBatch.newBuilder().setEpoch(ByteString.copyFrom(EPOCH)).setSequence(sequence);
        for (var row : rows) {
            batch.addRows(row);
        }
        return batch.build().toByteArray();
    }

    private static TrafficRow.Builder row(String user, long uplink, long downlink) {
        return TrafficRow.newBuilder()
                .setKey(user)
                .setHour(hour())
                .setUplink(uplink)
                .setDownlink(downlink);
    }

    private static int hour() {
        return (int) Duration.between(Instant.EPOCH, Instant.now()).toHours();
    }

    private static String addNode() {
        var key = new NodeKey("n" + number++);
        controller
                .get(Nodes.class)
                .add(
                        key,
                        NodeProfile.of("node-" + key, "de1.example.org"),
                        Instant.now().minus(Duration.ofDays(30)));
        return key.text();
    }

    private static AccountKey addAccount() {
        var name = (AccountName.Checked.Good) AccountName.check("account-" + number++);
        return ((AddAccount.Outcome.Added) controller.get(AddAccount.class).add(TEST, name.name())).key();
    }

    private static List<String> users(AccountKey account) {
        var users = new ArrayList<String>();
        controller.get(Inbounds.class).all().forEach(inbound -> users.add(account + "." + inbound.key()));
        return users;
    }

    @Test
    void batches_of_the_largest_size_are_booked_whole() {
        var node = addNode();
        var accounts = IntStream.range(0, 50).mapToObj(i -> addAccount()).toList();
        var rows = new ArrayList<TrafficRow.Builder>();
        for (int i = 0; i < 5_000; i++) {
            var user = users(accounts.get(i % accounts.size())).getFirst();
            rows.add(row(user, 1, 2).setHour(hour() - i / 100));
        }

        receive(node, batch(1, rows.toArray(TrafficRow.Builder[]::new)));

        assertThat(accounts)
                .allSatisfy(account -> assertThat(usage.of(account).total()).isEqualTo(new Amount(100, 200)));
    }
}
