package io.fleetgram.bench.controller;

import io.fleetgram.bench.bare.Pki;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.Credentials;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Fills a controller's database by its own features: nodes with certificates, accounts on every inbound. */
final class Fleet {

    private static final int IN_ONE_CHANGE = 250;

    private final ProductController controller;
    private final List<InboundKey> inbounds;
    private int accounts;

    Fleet(ProductController controller) {
        this.controller = controller;
        this.inbounds = controller.get(Inbounds.class).all().stream()
                .filter(Inbound::enabled)
                .map(Inbound::key)
                .toList();
    }

    /** A node's key, and its certificate as if it had joined. */
    record JoinedNode(NodeKey key, Pki.Identity identity) {}

    List<JoinedNode> addNodes(int count) {
        var pki = new Pki(controller.get(Authority.class).get());
        var nodes = new ArrayList<JoinedNode>();
        for (int from = 0; from < count; from += IN_ONE_CHANGE) {
            var some = new ArrayList<JoinedNode>();
            for (int number = from; number < Math.min(count, from + IN_ONE_CHANGE); number++) {
                var key = controller.get(RandomKeys.class).key();
                some.add(new JoinedNode(new NodeKey(key), pki.node(key)));
            }
            controller.get(DesiredState.class).change(touched -> {
                some.forEach(node -> add(node, touched));
                return some.size();
            });
            nodes.addAll(some);
        }
        return nodes;
    }

    private void add(JoinedNode node, DesiredState.Touched touched) {
        var now = Instant.now();
        var unused = controller
                .get(Nodes.class)
                .add(node.key(), NodeProfile.of("node-" + node.key(), "node.example.org"), now);
        touched.add(new ChangeRow.ResyncNode(node.key().text()));
        controller
                .get(NodeCertificates.class)
                .add(node.key().text(), node.identity().certificate(), now);
    }

    /** Adds accounts and returns the names that cores count them under. */
    List<String> addAccounts(int count) {
        var users = new ArrayList<String>();
        for (int from = 0; from < count; from += IN_ONE_CHANGE) {
            int some = Math.min(count - from, IN_ONE_CHANGE);
            var keys = controller.get(DesiredState.class).change(touched -> {
                var added = new ArrayList<String>();
                for (int one = 0; one < some; one++) {
                    added.add(addAccount(touched));
                }
                return added;
            });
            keys.forEach(key -> inbounds.forEach(inbound -> users.add(key + "." + inbound.text())));
        }
        return users;
    }

    private String addAccount(DesiredState.Touched touched) {
        var random = controller.get(RandomKeys.class);
        var key = new AccountKey(random.key());
        var name = (AccountName.Checked.Good) AccountName.check("account-" + accounts++ + "-" + key.text());
        controller
                .get(Accounts.class)
                .add(
                        key,
                        name.name(),
                        Credentials.random(random),
                        SubscriptionToken.random(random),
                        inbounds,
                        Instant.now());
        inbounds.forEach(inbound -> touched.add(new ChangeRow.Account(key.text(), inbound.text(), Optional.empty())));
        return key.text();
    }

    /** Adds one account, which concerns every node; returns the moment of the commit by the monotonic clock. */
    long commitOne() {
        var committed = new AtomicLong();
        var unused = controller.get(DesiredState.class).change(touched -> {
            controller.get(Transactions.class).afterCommit(() -> committed.set(System.nanoTime()));
            return addAccount(touched);
        });
        return committed.get();
    }

    long version() {
        return controller.get(DesiredState.class).currentVersion();
    }
}
