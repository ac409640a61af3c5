package io.fleetgram.bot.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.console.app.AddNode;
import io.fleetgram.bot.console.app.RemoveNode;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.grpc.TestAgent;
import io.fleetgram.bot.telegram.BotApiStandIn;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.bot.telegram.TestChat;
import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.FailedEntry;
import io.fleetgram.wire.agent.v1.Notice;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Uses a controller for a while, so that its tables are filled as those of operators are. */
final class UsedFleet {

    /** Adding and removing nodes. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.fleetgram.bot.console.app")
    static class NodeActs {}

    private static final AuditEntry.Actor OWNER = new AuditEntry.Actor.OperatorActor(TestChat.OWNER, TestChat.OWNER);
    /** Some hour that stays the same, so that nothing of it depends on the day. */
    private static final int HOUR = 494_000;

    private final TestController controller;

    private UsedFleet(TestController controller) {
        this.controller = controller;
    }

    /** Fills an empty database and returns what must still be known of it later. */
    static KeptFacts fill(TestDatabase database) throws SQLException {
        KeptFacts kept;
        try (var controller = TestController.start(database, Map.of(), NodeActs.class)) {
            kept = new UsedFleet(controller).nodesAndAccounts();
        }
        chat(database);
        EmptyTables.fill(database);
        return kept;
    }

    private KeptFacts nodesAndAccounts() {
        var anna = account("anna");
        var boris = account("Борис");
        var cleo = account("cleo");
        controller.get(ChangeAccount.class).move(OWNER, boris, Trigger.SUSPEND);
        controller.get(ChangeAccount.class).move(OWNER, cleo, Trigger.DELETE);
        var node = node("de-1");
        try (var agent = TestAgent.joined(controller, node.command().token())) {
            agent.call()
                    .reportStatus(agent.status(CoreStatus.State.RUNNING)
                            .addFailed(FailedEntry.newBuilder()
                                    .setKey("a/%s.%s".formatted(anna, inbound(0)))
                                    .setReason("no such inbound"))
                            .addNotices(Notice.newBuilder()
                                    .setAtMillis(1_700_000_000_000L)
                                    .setKind("drift")
                                    .setText("one user was gone"))
                            .build());
            traffic(node.key(), anna, boris, cleo);
            remove(node("nl-1").key());
            var kept = KeptFacts.of(controller, List.of(node.key()), List.of(anna, boris));
            kept.values().putAll(NodeLogin.of(agent).lines());
            return kept;
        }
    }

    private AddNode.Outcome.Added node(String name) {
        var profile = NodeProfile.of(name, name + ".example.org");
        return (AddNode.Outcome.Added) controller.get(AddNode.class).add(OWNER, profile);
    }

    private void remove(NodeKey node) {
        assertThat(controller.get(RemoveNode.class).remove(OWNER, node)).isInstanceOf(RemoveNode.Outcome.Removed.class);
    }

    private AccountKey account(String name) {
        var good = (AccountName.Checked.Good) AccountName.check(name);
        return ((AddAccount.Outcome.Added) controller.get(AddAccount.class).add(OWNER, good.name())).key();
    }

    private String inbound(int number) {
        return controller.get(Inbounds.class).all().get(number).key().text();
    }

    private void traffic(NodeKey node, AccountKey... accounts) {
        var batch = TrafficBatch.newBuilder()
                .setEpoch(ByteString.copyFrom(new byte[16]))
                .setSequence(1);
        IntStream.range(0, accounts.length)
                .forEach(number -> batch.addRows(TrafficRow.newBuilder()
                        .setKey(accounts[number] + "." + inbound(number % 2))
                        .setHour(HOUR)
                        .setUplink(1_000 + number)
                        .setDownlink(3_000_000_000L + number)));
        batch.addRows(TrafficRow.newBuilder()
                .setKey("nobody.here")
                .setHour(HOUR)
                .setUplink(1)
                .setDownlink(2));
        controller.get(BatchReceiver.class).receive(node.text(), batch.build().toByteArray(), 0);
    }

    private static void chat(TestDatabase database) {
        try (var api = new BotApiStandIn();
                var chat = TestChat.startWithJobs(database, api.url())) {
            api.write(1, TestChat.OWNER, "/start");
            Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 0"));
            api.tap(2, TestChat.OWNER, 101, "raise");
            Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 1"));
            Eventually.asserted(() -> assertThat(chat.jdbc()
                            .sql("SELECT COUNT(*) FROM telegram_inbox WHERE done_at IS NULL")
                            .query(Long.class)
                            .single())
                    .isZero());
            chat.jdbc().sql("DROP TABLE counter").update();
        }
    }
}
