package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandFile;
import io.fleetgram.bot.fleet.NodeCommandLifecycle;
import io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger;
import io.fleetgram.bot.fleet.NodeCommandMoved;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.platform.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves commands along their lifecycle: the row, its audit and the event of one move belong together. */
@Component
final class CommandBook {

    private final NodeCommands commands;
    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    CommandBook(
            NodeCommands commands,
            Transactions transactions,
            Audit audit,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.commands = commands;
        this.transactions = transactions;
        this.audit = audit;
        this.time = time;
        this.events = events;
    }

    /** Writes down a new command, in the open transaction. */
    void open(NodeCommand command) {
        commands.add(command);
        audit.write(CommandAudit.asked(command));
        tell(command);
    }

    /** Moves a command whose row is locked, in the open transaction; returns it as it is then, empty if it may not move. */
    Optional<NodeCommand> move(
            AuditEntry.Actor actor,
            NodeCommand command,
            Trigger trigger,
            String result,
            Optional<NodeCommandFile> file) {
        return NodeCommandLifecycle.after(command.state(), trigger).map(state -> {
            var moved = moved(command, state, result, file, time.instant());
            commands.save(moved, file);
            audit.write(CommandAudit.moved(actor, command, moved));
            tell(moved);
            return moved;
        });
    }

    private static NodeCommand moved(
            NodeCommand command, NodeCommandState state, String result, Optional<NodeCommandFile> file, Instant now) {
        return new NodeCommand(
                command.key(),
                command.node(),
                command.order(),
                command.askedBy(),
                state,
                command.tries(),
                command.askedAt(),
                command.expiresAt(),
                state == NodeCommandState.RUNNING ? Optional.of(now) : command.begunAt(),
                state.isOpen() ? Optional.empty() : Optional.of(now),
                result,
                file.map(sent -> new NodeCommand.FileFacts(sent.name(), sent.content().length)),
                command.trace());
    }

    private void tell(NodeCommand command) {
        var moved = new NodeCommandMoved(command.node(), command.key(), command.state());
        transactions.afterCommit(() -> events.publishEvent(moved));
    }
}
