package io.fleetgram.agent;

import io.fleetgram.agent.controller.ControllerClock;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.PollEvents;
import io.fleetgram.agent.controller.PollLoop;
import io.fleetgram.agent.controller.Renewal;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.host.LinuxHost;
import io.fleetgram.agent.meter.Activity;
import io.fleetgram.agent.meter.Ledger;
import io.fleetgram.agent.meter.LedgerFiles;
import io.fleetgram.agent.meter.Meter;
import io.fleetgram.agent.meter.MeterLoop;
import io.fleetgram.agent.meter.TrafficReporter;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.probe.ProbeServer;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One run of the agent on one node.
 *
 * <p>It brings the core to the state that is on disk before it speaks with any controller: users are served whether or not
 * one is there.
 */
final class Agent {

    /** Why a run ended. */
    enum End {
        /** It was asked to; everything is on disk, and the core runs on. */
        STOPPED,
        /** The fleet deleted this node; the core is stopped, and what is on disk is to be wiped. */
        REMOVED
    }

    private static final Logger LOG = System.getLogger(Agent.class.getName());
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);
    private static final Path PROC = Path.of("/proc");

    private final Surroundings given;
    private final LastGoodState state;
    private final Ledger ledger;
    private final AgentCommands commands;
    private final ConvergenceBoard board = new ConvergenceBoard();
    private final SyncAttempts attempts = new SyncAttempts();
    private final Notices notices;
    private final ControllerClock clock;
    private final Activity activity;
    private final Meter meter;
    private final TrafficReporter traffic;
    private final Renewal renewal;
    private final DesiredFacts facts;
    private final Epoch run;
    private final Duration startedAt;
    private final LastKnownTime lastKnownTime;

    private final Signal changed = new Signal();
    private final Signal report = new Signal();
    private final Signal ending = new Signal();
    private final AtomicReference<String> removed = new AtomicReference<>("");
    private volatile boolean stopAsked;

    private Agent(
            Surroundings given,
            Epoch run,
            LastKnownTime lastKnownTime,
            ControllerClock clock,
            LastGoodState state,
            Ledger ledger,
            AgentCommands commands) {
        this.given = given;
        this.run = run;
        this.lastKnownTime = lastKnownTime;
        this.clock = clock;
        this.state = state;
        this.ledger = ledger;
        this.commands = commands;
        this.startedAt = given.monotonic().elapsed();
        this.notices = new Notices(clock);
        this.activity = new Activity(given.monotonic());
        this.meter = new Meter(given.machine().core(), ledger, activity, notices);
        this.traffic = new TrafficReporter(given.controller(), ledger);
        this.renewal = new Renewal(given.directory(), given.credentials(), given.controller(), clock, given.random());
        this.facts = new DesiredFacts(state, given.machine().reader());
    }

    /** Loads what is on disk. The directory must be locked by the caller. */
    static Agent open(Surroundings given) throws IOException {
        var directory = given.directory();
        var run = Epoch.random(given.random());
        var lastKnownTime = LastKnownTime.read(directory.lastKnownTime());
        var clock = new ControllerClock(given.wall(), given.monotonic(), lastKnownTime.instant());
        var files = new LedgerFiles(
                directory.journal(), directory.batches(), given.memory().resolve("journal-position"));
        var state = LastGoodState.open(directory.state());
        var ledger = Ledger.open(files, given.batchFormat(), clock, run);
        var commands = AgentCommands.open(directory, clock);
        return new Agent(given, run, lastKnownTime, clock, state, ledger, commands);
    }

    /** Runs until stopped or removed. */
    End run() throws IOException, InterruptedException {
        var settings = given.settings();
        var machine = given.machine();
        // A core that somebody else runs may only be silent, and its counters go on.
        if (machine.supervisor().owns() && machine.supervisor().adopt().isEmpty()) {
            ledger.noCoreRuns();
        }
        ledger.begunBecause().ifPresent(why -> LOG.log(Level.INFO, "a new traffic journal begins: {0}", why));
        machine.supervisor().beforeStop(meter::read);

        var agentLoop = new AgentLoop(
                new AgentLoop.Parts(
                        state,
                        machine.converger(),
                        board,
                        notices,
                        changed,
                        report,
                        settings.driftInterval(),
                        attempts),
                backoff(settings.driftInterval()));
        var meterLoop = new MeterLoop(meter, () -> facts.meterInterval(settings.meterInterval()));
        var events = events();
        var pollLoop = new PollLoop(
                new PollLoop.Parts(
                        given.controller(),
                        state,
                        traffic,
                        commands.journal(),
                        clock,
                        renewal,
                        notices,
                        events,
                        run,
                        settings.pollWait(),
                        attempts),
                backoff(settings.longestPause()));
        var reportLoop = new ReportLoop(new ReportLoop.Parts(
                given.controller(),
                traffic,
                nodeStatus(),
                renewal,
                clock,
                lastKnownTime,
                notices,
                events,
                pollLoop::isConnected,
                () -> facts.reportInterval(settings.reportInterval()),
                report));

        var commandLoop = commands.loop(
                given, state, nodeStatus(), notices, pollLoop::isConnected, report, backoff(settings.longestPause()));

        var probe = startProbe(pollLoop);
        var loops = new Loops();
        loops.start("meter", meterLoop);
        machine.supervisor().whenStarted(core -> changed.raise());
        agentLoop.begin();
        loops.start("agent", agentLoop);
        var polling = loops.start("poll", pollLoop);
        var reporting = loops.start("report", reportLoop);
        var commanding = loops.start("command", commandLoop);

        while (!stopAsked && removed.get().isEmpty()) {
            ending.await(FOR_EVER);
        }
        commandLoop.stop();
        commanding.join();
        pollLoop.stop();
        reportLoop.stop();
        agentLoop.stop();
        meterLoop.stop();
        reporting.join();
        var end = stopAsked ? reportOnceMore(reportLoop, pollLoop.isConnected()) : carryOutRemoval(polling);
        given.controller().close();
        loops.join();
        probe.ifPresent(ProbeServer::close);
        AtomicFile.delete(given.directory().probePort());
        commands.journal().close();
        ledger.close();
        state.close();
        return end;
    }

    /** Asks the run to end; what was counted is reported once more. May be called from any thread. */
    void stop() {
        stopAsked = true;
        ending.raise();
    }

    private End reportOnceMore(ReportLoop reportLoop, boolean connected) {
        meter.read();
        if (connected) {
            reportLoop.tick();
        }
        return End.STOPPED;
    }

    private End carryOutRemoval(Thread polling) throws IOException, InterruptedException {
        polling.join();
        var machine = given.machine();
        var removal = new Removal(state, machine.converger(), meter, traffic, machine.supervisor(), given.monotonic());
        removal.carryOut(removed.get(), backoff(given.settings().longestPause()), ending);
        return stopAsked ? End.STOPPED : End.REMOVED;
    }

    private PollEvents events() {
        return new PollEvents() {
            @Override
            public void stateStored() {
                changed.raise();
            }

            @Override
            public void commandsCame() {
                commands.wake().raise();
            }

            @Override
            public void controllerBack() {
                report.raise();
                commands.wake().raise();
            }

            @Override
            public void removed(String why) {
                removed.compareAndSet("", why.isEmpty() ? "no reason given" : why);
                ending.raise();
            }
        };
    }

    /** A probe that cannot be opened is told, and users are served all the same. */
    private Optional<ProbeServer> startProbe(PollLoop pollLoop) {
        try {
            return Optional.of(openProbe(pollLoop));
        } catch (IOException e) {
            notices.add(
                    "probe",
                    "port %d of 127.0.0.1 cannot be opened for the probe: %s; set probe.port"
                            .formatted(given.settings().probePort(), e));
            return Optional.empty();
        }
    }

    private ProbeServer openProbe(PollLoop pollLoop) throws IOException {
        var view = new AgentView(
                renewal,
                pollLoop::isConnected,
                board,
                given.monotonic(),
                startedAt,
                activity,
                ledger,
                clock,
                nodeStatus());
        var probe = ProbeServer.start(given.settings().probePort(), view);
        AtomicFile.write(given.directory().probePort(), (probe.port() + "\n").getBytes(StandardCharsets.US_ASCII));
        return probe;
    }

    private NodeStatus nodeStatus() {
        var host = new LinuxHost(PROC, given.directory().root(), given.monotonic());
        var machine = given.machine();
        return new NodeStatus(
                state,
                board,
                machine.core(),
                machine.program(),
                host,
                facts,
                activity,
                notices,
                given.description(),
                run,
                attempts);
    }

    private Backoff backoff(Duration longest) {
        return new Backoff(FIRST_PAUSE, longest, given.random());
    }
}
