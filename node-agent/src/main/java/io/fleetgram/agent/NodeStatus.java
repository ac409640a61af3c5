package io.fleetgram.agent;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.host.LinuxHost;
import io.fleetgram.agent.meter.Activity;
import io.fleetgram.agent.store.LastGoodState;
import java.util.function.Supplier;

/** Puts a status report together from who knows each part of it. */
record NodeStatus(
        LastGoodState state,
        ConvergenceBoard board,
        Core core,
        CoreProgram program,
        LinuxHost host,
        DesiredFacts facts,
        Activity activity,
        Notices notices,
        AgentDescription agent,
        Epoch run,
        SyncAttempts attempts)
        implements Supplier<StatusReport> {

    /** Most failed entries in one report; the first ones show what is wrong. */
    private static final int MOST_FAILED = 1_000;

    @Override
    public StatusReport get() {
        var reading = host.read(facts.ports(), activity.onlineAccounts());
        var convergence = board.view();
        return new StatusReport(
                state.appliedVersion(),
                state.proof().version(),
                convergence.failed().stream().limit(MOST_FAILED).toList(),
                agent,
                CoreStatusReport.of(program, core.status(), core.capabilities(), reading.listening()),
                reading.host(),
                run,
                convergence.last(),
                notices.waiting(),
                attempts.view());
    }
}
