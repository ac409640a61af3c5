package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeOrder;
import java.time.Duration;
import java.time.Instant;

/**
 * How long commands are given.
 *
 * @param pendingFor until a node has asked to begin
 * @param info for orders that only read
 * @param work for orders that bring users to the core
 * @param coreRestart for orders that start or stop the core
 * @param kept how long a command stays on record
 */
public record CommandTimes(Duration pendingFor, Duration info, Duration work, Duration coreRestart, Duration kept) {

    /** A node ends a command at its own deadline; then it may need this long to be heard. */
    private static final Duration TO_BE_HEARD = Duration.ofMinutes(1);

    /** Returns whether an open command has used up its time. */
    boolean isOverdue(NodeCommand command, Instant now) {
        if (command.state() == NodeCommandState.PENDING) {
            return !now.isBefore(command.expiresAt());
        }
        return command.begunAt()
                .map(begun -> begun.plus(deadline(command.order())).plus(TO_BE_HEARD))
                .filter(end -> !now.isBefore(end))
                .isPresent();
    }

    private Duration deadline(NodeOrder order) {
        return switch (order) {
            case NodeOrder.CoreStart start -> coreRestart;
            case NodeOrder.CoreStop stop -> coreRestart;
            case NodeOrder.CoreRestart restart -> coreRestart;
            case NodeOrder.Resync resync -> work;
            case NodeOrder.Logs logs -> info;
            case NodeOrder.Configuration configuration -> info;
            case NodeOrder.Statistics statistics -> info;
        };
    }
}
