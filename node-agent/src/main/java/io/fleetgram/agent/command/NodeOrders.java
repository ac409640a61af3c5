package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.Resync;
import io.fleetgram.agent.core.CoreOrders;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries orders out on this node. */
public final class NodeOrders implements Orders {

    private static final String BY_COMMAND = "an operator ordered it";

    private final CoreOrders core;
    private final Resync resync;
    private final Supplier<Optional<String>> doubt;
    private final Supplier<Collection<EntryBytes>> stored;
    private final NodeReadings readings;

    /**
     * @param doubt why what is stored may not be what the fleet wants; empty when it is
     * @param stored the desired state on this node's disk
     */
    public NodeOrders(
            CoreOrders core,
            Resync resync,
            Supplier<Optional<String>> doubt,
            Supplier<Collection<EntryBytes>> stored,
            NodeReadings readings) {
        this.core = core;
        this.resync = resync;
        this.doubt = doubt;
        this.stored = stored;
        this.readings = readings;
    }

    @Override
    public CommandWord.End carryOut(Order order) {
        return switch (order) {
            case Order.CoreStart start -> ended(core.start(), "The core runs.");
            case Order.CoreStop stop ->
                ended(core.stop("an operator stopped it"), "The core is stopped and stays so until it is started.");
            case Order.CoreRestart restart -> ended(core.restart(BY_COMMAND), "The core was restarted and runs.");
            case Order.Logs logs -> readings.logs(logs.lines());
            case Order.Configuration configuration -> readings.configuration();
            case Order.Statistics statistics -> readings.statistics();
            case Order.Resync again -> resynced();
            case Order.Unknown unknown ->
                new CommandWord.Failed("this agent is older than the command; upgrade the agent");
        };
    }

    /** Asks for doubt first: it only ever passes. */
    private CommandWord.End resynced() {
        return doubt.get()
                .<CommandWord.End>map(why ->
                        new CommandWord.Failed("nothing was done, the users that the core has stay: %s; ".formatted(why)
                                + "the controller sends the state again by itself, repeat this then"))
                .orElseGet(() -> ended(resync.resync(stored.get())));
    }

    private static CommandWord.End ended(CoreOrders.Outcome outcome, String done) {
        return switch (outcome) {
            case CoreOrders.Outcome.Done ok -> CommandWord.done(done);
            case CoreOrders.Outcome.NotDone not -> new CommandWord.Failed(not.why());
        };
    }

    private static CommandWord.End ended(Convergence convergence) {
        return switch (convergence) {
            case Convergence.Converged converged ->
                CommandWord.done("Added %d, removed %d, unchanged %d, failed %d, in %d ms."
                        .formatted(
                                converged.added(),
                                converged.removed(),
                                converged.unchanged(),
                                converged.failedEntries().size(),
                                converged.took().toMillis()));
            case Convergence.Waiting waiting -> new CommandWord.Failed(waiting.why());
            case Convergence.Failed failed -> new CommandWord.Failed(failed.why());
        };
    }
}
