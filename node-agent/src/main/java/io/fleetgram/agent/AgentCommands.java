package io.fleetgram.agent;

import io.fleetgram.agent.command.CommandJournal;
import io.fleetgram.agent.command.CommandLoop;
import io.fleetgram.agent.command.NodeOrders;
import io.fleetgram.agent.command.NodeReadings;
import io.fleetgram.agent.command.Orders;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The commands of one run of the agent.
 *
 * @param wake raised when there may be something to do
 */
record AgentCommands(CommandJournal journal, Signal wake) {

    static AgentCommands open(AgentDirectory directory, InstantSource time) throws IOException {
        return new AgentCommands(CommandJournal.open(directory.commands(), time), new Signal());
    }

    /** @param report raised after each command, because the node may be doing otherwise then */
    CommandLoop loop(
            Surroundings given,
            LastGoodState state,
            Supplier<StatusReport> status,
            Notices notices,
            BooleanSupplier connected,
            Signal report,
            Backoff backoff) {
        var orders = orders(given.machine(), state, status);
        Orders told = order -> {
            var end = orders.carryOut(order);
            report.raise();
            return end;
        };
        return new CommandLoop(
                new CommandLoop.Parts(journal, given.controller(), told, notices, connected, wake), backoff);
    }

    private static Orders orders(NodeMachine machine, LastGoodState state, Supplier<StatusReport> status) {
        var readings = new NodeReadings(machine.files(), machine.core()::status, machine.statistics(), status);
        return new NodeOrders(
                machine.orders(),
                machine.resync(),
                state::doubt,
                () -> state.stored().entries(),
                readings);
    }
}
