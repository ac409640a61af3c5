package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.ForeignCore.Look;
import io.fleetgram.agent.core.PresentRun;
import io.fleetgram.agent.core.Supervisor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches a core that somebody else runs, by the port of its API; never starts nor ends it. */
final class ExternalSupervisor implements Supervisor, PresentRun {

    private static final String NOT_OURS = "this node's core is run by somebody else: start and stop it there";

    private final int apiPort;
    private final CoreProgram program;
    private final ForeignCore foreign;
    private final ProcessTable processes;
    private final PortOwners owners;
    private final InstantSource time;
    private final Duration every;
    private final List<Consumer<CoreIdentity>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable CoreRun current;
    private volatile CoreStatus status = new CoreStatus.Stopped("nobody has looked for it yet");

    ExternalSupervisor(
            int apiPort,
            CoreProgram program,
            ForeignCore foreign,
            ProcessTable processes,
            PortOwners owners,
            InstantSource time,
            Duration every) {
        this.apiPort = apiPort;
        this.program = program;
        this.foreign = foreign;
        this.processes = processes;
        this.owners = owners;
        this.time = time;
        this.every = every;
    }

    void watch(ScheduledExecutorService scheduler) {
        var unused = scheduler.scheduleWithFixedDelay(
                () -> Thread.ofVirtual().name("core-look").start(this::look),
                every.toMillis(),
                every.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Looks who has the port now, if nobody is known or whoever was is gone. */
    private void look() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (now().isEmpty()) {
                search();
            }
        } finally {
            lock.unlock();
        }
    }

    private void search() {
        current = null;
        var found = owners.of("127.0.0.1", apiPort);
        if (found.size() > 1) {
            down("processes %s share port %d of 127.0.0.1: end all but one core".formatted(found, apiPort));
            return;
        }
        var identity = found.stream().findFirst().flatMap(processes::identity);
        if (identity.isEmpty()) {
            down(
                    "no process that the agent may see has port %d of 127.0.0.1: start the core, set core.api-port, or run the agent as root"
                            .formatted(apiPort));
            return;
        }
        switch (foreign.look()) {
            case Look.Usable usable -> begin(identity.get());
            case Look.Unusable unusable -> down(unusable.why());
            case Look.Silent silent -> down("its API does not answer: " + silent.why());
        }
    }

    private void begin(CoreIdentity identity) {
        current = new CoreRun(identity, program, apiPort);
        status = new CoreStatus.Running(identity, program, Path.of("/"), processes.startOf(identity), true, true);
        listeners.forEach(listener -> Thread.ofVirtual().start(() -> listener.accept(identity)));
    }

    private void down(String why) {
        status = new CoreStatus.Down(why, time.instant().plus(every));
    }

    @Override
    public Optional<CoreRun> now() {
        var present = current;
        return present != null && processes.lives(present.identity()) ? Optional.of(present) : Optional.empty();
    }

    @Override
    public boolean owns() {
        return false;
    }

    @Override
    public Optional<CoreIdentity> adopt() {
        lock.lock();
        try {
            if (now().isEmpty()) {
                search();
            }
            return now().map(CoreRun::identity);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Start bringUp() {
        return adopt().<Start>map(identity -> new Start.Up(identity, true))
                .orElseGet(() -> new Start.NotUp(status() instanceof CoreStatus.Down down ? down.why() : NOT_OURS));
    }

    @Override
    public Start restart(String why) {
        return new Start.NotUp(NOT_OURS);
    }

    @Override
    public void stop(String why) {}

    @Override
    public void beforeStop(Runnable lastReading) {}

    @Override
    public void whenStarted(Consumer<CoreIdentity> listener) {
        listeners.add(listener);
    }

    @Override
    public CoreStatus status() {
        return current != null && now().isEmpty()
                ? new CoreStatus.Down("it is gone", time.instant().plus(every))
                : status;
    }

    @Override
    public void close() {}
}
