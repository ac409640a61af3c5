package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.CoreWish;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.PresentRun;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.core.UserRecord;
import io.fleetgram.agent.core.file.ApiPort;
import io.fleetgram.agent.core.file.ConfigurationFile;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.core.file.CoreWishFile;
import io.fleetgram.agent.core.file.UserRecordFile;
import io.fleetgram.agent.core.file.WritingTiming;
import io.fleetgram.agent.core.grpc.GrpcCore;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.agent.store.AgentLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;

/** The one core of this machine that the agent owns, put together from its parts. */
public final class OwnCore implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final AgentLock lock;
    private final ScheduledExecutorService scheduler;
    private final CoreProgram program;
    private final ConfigurationFile configurations;
    private final ProcessSupervisor supervisor;
    private final GrpcCore core;
    private final CoreDirectory directory;
    private final Ports ports = new ListeningPorts();

    /** How trying to own the core ended. */
    public sealed interface Opening {

        record Opened(OwnCore core) implements Opening {}

        /** Another agent owns it. */
        record Occupied(String byProcess) implements Opening {}

        /** There is no such program, or it is no core that the agent knows. */
        record Unusable(String why) implements Opening {}
    }

    /** Takes the core's lock and learns what its program is; nothing is started or adopted yet. */
    public static Opening open(CoreSettings settings, InstantSource time, RandomGenerator random) throws IOException {
        var directory = new CoreDirectory(settings.directory());
        directory.create();
        return switch (AgentLock.take(directory.lock(), ProcessHandle.current().pid())) {
            case AgentLock.Taking.Held held -> new Opening.Occupied(held.byProcess());
            case AgentLock.Taking.Taken taken -> {
                var question = new ProgramQuestion(
                        settings.executable().toAbsolutePath().normalize(),
                        settings.kind(),
                        directory.testOutput(),
                        settings.times().test());
                yield switch (question.ask()) {
                    case ProgramQuestion.Answer.Known known ->
                        new Opening.Opened(
                                new OwnCore(taken.lock(), directory, known.program(), settings, time, random));
                    case ProgramQuestion.Answer.Unknown unknown -> {
                        taken.lock().close();
                        yield new Opening.Unusable(unknown.why());
                    }
                };
            }
        };
    }

    private OwnCore(
            AgentLock lock,
            CoreDirectory directory,
            CoreProgram program,
            CoreSettings settings,
            InstantSource time,
            RandomGenerator random) {
        this.lock = lock;
        this.directory = directory;
        this.program = program;
        this.scheduler = Executors.newScheduledThreadPool(
                4, Thread.ofVirtual().name("core-watch").factory());
        var times = settings.times();
        var processes = new ProcessTable(Path.of("/proc"));
        var poll = new Poll(scheduler, LOOK_EVERY);
        var command = new CoreCommand(program);
        var run = new AtomicReference<PresentRun>(Optional::<CoreRun>empty);
        this.configurations = new ConfigurationFile(
                directory,
                program.dialect(),
                settings.reach(),
                new ApiPort(ports, () -> run.get().now(), ListeningPorts::anyFree),
                new ConfigurationTest(command, directory.testOutput(), times.test()),
                new WritingTiming(settings.delays(), MonotonicClock.system(), scheduler));
        var hosting = settings.hosting();
        Launcher launcher = hosting.unit()
                .<Launcher>map(unit -> new SystemdLauncher(
                        unit, new UnitText(command, directory, times.termination()), directory, times.readiness()))
                .orElseGet(() -> new OwnSession(command, directory));
        var takeOver = hosting.takeOver()
                .map(file -> new TakeOver(file, directory, processes, poll, times.termination(), time));
        this.supervisor = new ProcessSupervisor(
                new Adoption(program, launcher, takeOver, directory, processes, scheduler, poll, times),
                new CoreStarter(command, directory, processes, ports, launcher, poll, times),
                configurations,
                times,
                time,
                MonotonicClock.system(),
                scheduler,
                new Backoff(times.firstPause(), times.longestPause(), random));
        run.set(supervisor);
        this.core = new GrpcCore(program, supervisor, supervisor::status, settings.deadlines());
    }

    public CoreProgram program() {
        return program;
    }

    public Core core() {
        return core;
    }

    /** What the core says of itself. */
    public CoreStatistics statistics() {
        return core;
    }

    /** Where the core's files are. */
    public CoreDirectory files() {
        return directory;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public Configurations configurations() {
        return configurations;
    }

    public Ports ports() {
        return ports;
    }

    /** Whether an operator keeps the core stopped. */
    public CoreWish wish() {
        return new CoreWishFile(directory.stopped());
    }

    /** Where users of a core that cannot list them are written down. */
    public UserRecord userRecord() {
        return new UserRecordFile(directory.users());
    }

    /** Lets go of the core and leaves it running; another agent may own it then. */
    @Override
    public void close() throws IOException {
        configurations.close();
        supervisor.close();
        core.close();
        scheduler.shutdownNow();
        lock.close();
    }
}
