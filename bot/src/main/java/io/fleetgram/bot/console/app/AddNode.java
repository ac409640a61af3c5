package io.fleetgram.bot.console.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Adds a node and gives it its first join command, all or nothing. */
@Component
public final class AddNode {

    private final DesiredState desiredState;
    private final Nodes nodes;
    private final JoinCommands joinCommands;
    private final Audit audit;
    private final RandomKeys random;
    private final InstantSource time;

    public AddNode(
            DesiredState desiredState,
            Nodes nodes,
            JoinCommands joinCommands,
            Audit audit,
            RandomKeys random,
            InstantSource time) {
        this.desiredState = desiredState;
        this.nodes = nodes;
        this.joinCommands = joinCommands;
        this.audit = audit;
        this.random = random;
        this.time = time;
    }

    /** How an addition ended. */
    public sealed interface Outcome {
        record Added(NodeKey key, JoinCommand command) implements Outcome {}

        record NameTaken(String name) implements Outcome {}
    }

    public Outcome add(AuditEntry.Actor actor, NodeProfile profile) {
        return desiredState.change(touched -> {
            var key = new NodeKey(random.key());
            return switch (nodes.add(key, profile, time.instant())) {
                case Nodes.Addition.NameTaken taken -> new Outcome.NameTaken(taken.name());
                case Nodes.Addition.Added added -> {
                    // What it offers comes with it, so it is a node to resync and not only one with new settings.
                    touched.add(new ChangeRow.ResyncNode(key.text()));
                    audit.write(NodeAudit.created(actor, key, profile));
                    yield new Outcome.Added(key, joinCommands.issue(key));
                }
            };
        });
    }
}
