package io.fleetgram.bot.console.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.CredentialKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Issues a further join command for a node. */
@Component
public final class RenewJoin {

    private final Transactions transactions;
    private final Nodes nodes;
    private final JoinCommands joinCommands;
    private final Audit audit;

    public RenewJoin(Transactions transactions, Nodes nodes, JoinCommands joinCommands, Audit audit) {
        this.transactions = transactions;
        this.nodes = nodes;
        this.joinCommands = joinCommands;
        this.audit = audit;
    }

    /** A join command and the node that it is for. */
    public record Issued(Node node, JoinCommand command) {}

    /** Returns empty if there is no such node. */
    public Optional<Issued> issue(AuditEntry.Actor actor, NodeKey key, CredentialKind kind) {
        return transactions.write(() -> nodes.find(key).map(node -> {
            audit.write(NodeAudit.joinCommand(actor, node));
            return new Issued(node, joinCommands.issue(key, kind));
        }));
    }
}
