package io.fleetgram.bot.console.app;

import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeRemoved;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deletes a node: no subscription lists it, its certificates die on every controller, its agent takes all users out. */
@Component
public final class RemoveNode {

    /** Conditions of nodes that accounts are served by; one that is offline now still is their place. */
    private static final Set<NodeCondition> SERVING =
            Set.of(NodeCondition.ONLINE, NodeCondition.DEGRADED, NodeCondition.OFFLINE);

    private final DesiredState desiredState;
    private final Transactions transactions;
    private final Nodes nodes;
    private final NodeIdentity identity;
    private final Accounts accounts;
    private final Audit audit;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    public RemoveNode(
            DesiredState desiredState,
            Transactions transactions,
            Nodes nodes,
            NodeIdentity identity,
            Accounts accounts,
            Audit audit,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.desiredState = desiredState;
        this.transactions = transactions;
        this.nodes = nodes;
        this.identity = identity;
        this.accounts = accounts;
        this.audit = audit;
        this.time = time;
        this.events = events;
    }

    /** How a removal ended. */
    public sealed interface Outcome {
        record Removed(String name) implements Outcome {}

        /** These many accounts would have no place left. */
        record OnlyPlace(String name, int accounts) implements Outcome {}

        /** Somebody changed the node at the same time. */
        record Changed(String name) implements Outcome {}

        record Gone() implements Outcome {}
    }

    public Outcome remove(AuditEntry.Actor actor, NodeKey key) {
        return desiredState.change(touched ->
                nodes.find(key).map(node -> remove(actor, node, touched)).orElseGet(Outcome.Gone::new));
    }

    /**
     * What removing a node does to accounts.
     *
     * @param accounts that lose this place
     * @param otherPlaces that they keep
     */
    public record Effect(int accounts, int otherPlaces) {

        public boolean leavesNoPlace() {
            return accounts > 0 && otherPlaces == 0;
        }
    }

    public Effect effect(NodeKey key) {
        boolean serves = nodes.overview(key)
                .map(NodeOverview::condition)
                .filter(SERVING::contains)
                .isPresent();
        var counts = nodes.counts();
        int serving = SERVING.stream().mapToInt(counts::of).sum();
        return serves ? new Effect(accounts.counts().all(), serving - 1) : new Effect(0, serving);
    }

    private Outcome remove(AuditEntry.Actor actor, Node node, DesiredState.Touched touched) {
        var effect = effect(node.key());
        if (effect.leavesNoPlace()) {
            return new Outcome.OnlyPlace(node.name(), effect.accounts());
        }
        return switch (nodes.remove(node, time.instant())) {
            case Nodes.Save.Stale stale -> new Outcome.Changed(node.name());
            case Nodes.Save.NameTaken taken -> throw new IllegalStateException("a removal takes no name: " + taken);
            case Nodes.Save.Saved saved -> {
                var nodeKey = node.key().text();
                touched.add(new ChangeRow.NodeRemoved(nodeKey));
                identity.revokeAll(node.key(), "the node was deleted", time.instant())
                        .forEach(serial -> touched.add(new ChangeRow.Certificate(serial, nodeKey)));
                audit.write(NodeAudit.removed(actor, node.key(), node.profile()));
                transactions.afterCommit(() -> events.publishEvent(new NodeRemoved(node.key(), node.name())));
                yield new Outcome.Removed(node.name());
            }
        };
    }
}
