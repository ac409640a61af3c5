package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.Instant;

/** What operators do to a fleet, in a test's few words. */
final class Fleet {

    private static final AuditEntry.Actor TEST = new AuditEntry.Actor.SystemActor("test");

    private final TestController controller;
    private int accounts;

    Fleet(TestController controller) {
        this.controller = controller;
    }

    NodeKey addNode() {
        var key = new NodeKey(controller.get(RandomKeys.class).key());
        controller.get(DesiredState.class).change(touched -> {
            controller.get(Nodes.class).add(key, NodeProfile.of("node-" + key, "de1.example.org"), Instant.now());
            touched.add(new ChangeRow.ResyncNode(key.text()));
            return key;
        });
        return key;
    }

    String token(NodeKey node) {
        return controller.get(JoinCommands.class).issue(node).token();
    }

    TestAgent join(NodeKey node) {
        return TestAgent.joined(controller, token(node));
    }

    Node node(NodeKey key) {
        return controller.get(Nodes.class).find(key).orElseThrow();
    }

    void remove(NodeKey key) {
        controller.get(DesiredState.class).change(touched -> {
            var now = Instant.now();
            controller.get(Nodes.class).remove(node(key), now);
            touched.add(new ChangeRow.NodeRemoved(key.text()));
            controller
                    .get(NodeIdentity.class)
                    .revokeAll(key, "the node was deleted", now)
                    .forEach(serial -> touched.add(new ChangeRow.Certificate(serial, key.text())));
            return key;
        });
    }

    AccountKey addAccount() {
        var name = (AccountName.Checked.Good) AccountName.check("account-" + accounts++);
        return ((AddAccount.Outcome.Added) controller.get(AddAccount.class).add(TEST, name.name())).key();
    }

    void move(AccountKey account, Trigger trigger) {
        controller.get(ChangeAccount.class).move(TEST, account, trigger);
    }

    void rotate(AccountKey account) {
        controller.get(ChangeAccount.class).rotate(TEST, account);
    }
}
