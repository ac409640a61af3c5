package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommandWord;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Brings commands to nodes and takes what nodes say of them. A node speaks of its own commands only. */
@Component
final class CommandPost implements CommandDelivery {

    /** As many as one answer to a poll carries. */
    private static final int AT_ONCE = 20;

    private final NodeCommands commands;
    private final CommandBook book;
    private final Transactions transactions;
    private final CommandTimes times;
    private final InstantSource time;

    CommandPost(
            NodeCommands commands,
            CommandBook book,
            Transactions transactions,
            CommandTimes times,
            InstantSource time) {
        this.commands = commands;
        this.book = book;
        this.transactions = transactions;
        this.times = times;
        this.time = time;
    }

    @Override
    public Map<NodeKey, Set<CommandKey>> waiting() {
        return commands.pending(time.instant());
    }

    @Override
    public List<NodeCommand> handOut(NodeKey node) {
        return transactions.write(() -> commands.handOut(node, time.instant(), AT_ONCE));
    }

    @Override
    public boolean take(NodeKey node, CommandKey key, NodeCommandWord word) {
        return transactions.write(() -> commands.lock(key)
                .filter(command -> command.node().equals(node))
                .map(command -> take(command, word))
                .orElse(false));
    }

    private boolean take(NodeCommand command, NodeCommandWord word) {
        var actor = new AuditEntry.Actor.NodeActor(command.node().text());
        if (word instanceof NodeCommandWord.MayItBegin) {
            if (command.state() == NodeCommandState.PENDING && times.isOverdue(command, time.instant())) {
                timeOut(command);
                return false;
            }
            // Asked again after a lost answer: it is on the node's disk, and has not begun there.
            return command.state() == NodeCommandState.RUNNING || moved(actor, command, word);
        }
        return moved(actor, command, word);
    }

    private boolean moved(AuditEntry.Actor actor, NodeCommand command, NodeCommandWord word) {
        return book.move(actor, command, word.trigger(), word.text(), word.attached())
                .isPresent();
    }

    /** Ends what has used up its time; returns how many there were. */
    int endOverdue(int limit) {
        var now = time.instant();
        var overdue = commands.toJudge(now, limit).stream()
                .filter(command -> times.isOverdue(command, now))
                .map(NodeCommand::key)
                .toList();
        overdue.forEach(key -> transactions.run(() -> commands.lock(key)
                .filter(command -> command.state().isOpen() && times.isOverdue(command, time.instant()))
                .ifPresent(this::timeOut)));
        return overdue.size();
    }

    private void timeOut(NodeCommand command) {
        book.move(
                new AuditEntry.Actor.SystemActor("commands-overdue"), command, Trigger.TIME_OUT, "", Optional.empty());
    }
}
