package io.fleetgram.agent;

import io.fleetgram.agent.controller.grpc.CallDeadlines;
import io.fleetgram.agent.converge.ConvergeTimes;
import io.fleetgram.agent.converge.CoreConverger;
import io.fleetgram.agent.converge.Machine;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.file.WritingDelays;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import io.fleetgram.agent.core.process.CoreMode;
import io.fleetgram.agent.core.process.CoreSettings;
import io.fleetgram.agent.core.process.ExternalCore;
import io.fleetgram.agent.core.process.Hosting;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.core.process.SupervisionTimes;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Turns settings into what the parts are made of. */
final class Wiring {

    private Wiring() {}

    static CallDeadlines deadlines(AgentSettings settings) {
        return new CallDeadlines(
                settings.connectDeadline(),
                CallDeadlines.DEFAULT.beyondWait(),
                settings.reportDeadline(),
                settings.identityDeadline());
    }

    static ApiDeadlines core(AgentSettings settings) {
        return new ApiDeadlines(
                settings.coreAnswerDeadline(), settings.coreChangeDeadline(), settings.coreReadDeadline());
    }

    static CoreSettings core(AgentSettings settings, Path executable, AgentDirectory directory) {
        return new CoreSettings(
                executable,
                settings.coreKind(),
                directory.core(),
                settings.coreReach(),
                core(settings),
                SupervisionTimes.DEFAULT.with(settings.coreRestartDeadline(), settings.coreAnswerDeadline()),
                WritingDelays.DEFAULT,
                new Hosting(
                        settings.coreMode() == CoreMode.SYSTEMD
                                ? Optional.of(Hosting.Unit.named(settings.coreUnit()))
                                : Optional.empty(),
                        settings.coreTakeOver()));
    }

    static ExternalCore external(AgentSettings settings, AgentDirectory directory) {
        return new ExternalCore(settings.coreApiPort(), directory.core(), core(settings), InstantSource.system());
    }

    static NodeMachine machine(AgentSettings settings, ExternalCore external, MonotonicClock clock) {
        var reader = new EntryBodies(settings.coreListenAddress().orElse(""));
        var machine = new Machine(
                external.core(),
                external.supervisor(),
                external.configurations(),
                external.ports(),
                external.userRecord(),
                external.wish(),
                clock);
        var converger = CoreConverger.attached(machine, external.foreign(), reader, ConvergeTimes.DEFAULT);
        return new NodeMachine(
                external.core(),
                external.program(),
                external.supervisor(),
                converger,
                converger,
                converger.orders(),
                external.statistics(),
                external.files(),
                reader);
    }

    static NodeMachine machine(AgentSettings settings, OwnCore own, MonotonicClock clock) {
        var reader = new EntryBodies(settings.coreListenAddress().orElse(""));
        var machine = new Machine(
                own.core(), own.supervisor(), own.configurations(), own.ports(), own.userRecord(), own.wish(), clock);
        var converger = new CoreConverger(machine, reader, ConvergeTimes.DEFAULT);
        return new NodeMachine(
                own.core(),
                own.program(),
                own.supervisor(),
                converger,
                converger,
                converger.orders(),
                own.statistics(),
                own.files(),
                reader);
    }
}
