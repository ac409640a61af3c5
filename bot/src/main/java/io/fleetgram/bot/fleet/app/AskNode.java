package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks something of a node, asks the same again, or takes it back while it is pending. */
@Component
public final class AskNode {

    /** More open commands than this would only pile up before a node that is away. */
    public static final int MOST_OPEN = 20;

    private final NodeCommands commands;
    private final CommandBook book;
    private final Nodes nodes;
    private final Transactions transactions;
    private final RandomKeys random;
    private final CommandTimes times;
    private final InstantSource time;

    AskNode(
            NodeCommands commands,
            CommandBook book,
            Nodes nodes,
            Transactions transactions,
            RandomKeys random,
            CommandTimes times,
            InstantSource time) {
        this.commands = commands;
        this.book = book;
        this.nodes = nodes;
        this.transactions = transactions;
        this.random = random;
        this.times = times;
        this.time = time;
    }

    /** What became of asking. */
    public sealed interface Outcome {
        record Asked(NodeCommand command) implements Outcome {}

        /** So many are open already. */
        record TooMany(String nodeName, int open) implements Outcome {}

        /** There is no such node, or no such command to repeat. */
        record Gone() implements Outcome {}
    }

    /** What became of taking one back. */
    public sealed interface Cancelling {
        record Cancelled(NodeCommand command) implements Cancelling {}

        /** It is not pending any more. */
        record TooLate(NodeCommandState state) implements Cancelling {}

        record Gone() implements Cancelling {}
    }

    public Outcome ask(AuditEntry.Actor actor, NodeKey node, NodeOrder order) {
        return transactions.write(() -> nodes.find(node)
                .map(found -> {
                    int open = commands.open(node);
                    if (open >= MOST_OPEN) {
                        return new Outcome.TooMany(found.name(), open);
                    }
                    var command = command(actor, node, order);
                    book.open(command);
                    return new Outcome.Asked(command);
                })
                .orElseGet(Outcome.Gone::new));
    }

    public Outcome repeat(AuditEntry.Actor actor, CommandKey key) {
        return transactions.write(() -> commands.find(key)
                .map(command -> ask(actor, command.node(), command.order()))
                .orElseGet(Outcome.Gone::new));
    }

    public Cancelling cancel(AuditEntry.Actor actor, CommandKey key) {
        return transactions.write(() -> commands.lock(key)
                .map(command -> book.move(actor, command, Trigger.CANCEL, "", Optional.empty())
                        .<Cancelling>map(Cancelling.Cancelled::new)
                        .orElseGet(() -> new Cancelling.TooLate(command.state())))
                .orElseGet(Cancelling.Gone::new));
    }

    private NodeCommand command(AuditEntry.Actor actor, NodeKey node, NodeOrder order) {
        var now = time.instant();
        return new NodeCommand(
                new CommandKey(random.key()),
                node,
                order,
                actor,
                NodeCommandState.PENDING,
                0,
                now,
                now.plus(times.pendingFor()),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                Trace.current().orElseGet(() -> new TraceId(random.key())));
    }
}
