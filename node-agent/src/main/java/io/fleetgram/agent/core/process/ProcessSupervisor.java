package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.PresentRun;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.MonotonicClock;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one core running.
 *
 * <p>Every change of the process happens under one lock, which is held until the process has started or ended; the status
 * may be asked for meanwhile. What happens by itself (a death, a restart that is due, a check) comes on threads of its own
 * and looks again under the lock whether it still is so.
 */
final class ProcessSupervisor implements Supervisor, PresentRun {

    private static final Logger LOG = System.getLogger(ProcessSupervisor.class.getName());

    private final Adoption adoption;
    private final CoreStarter starter;
    private final Configurations configurations;
    private final SupervisionTimes times;
    private final InstantSource time;
    private final MonotonicClock clock;
    private final ScheduledExecutorService scheduler;
    private final Backoff backoff;
    private final LastReading lastReading;
    private final List<Consumer<CoreIdentity>> listeners = new CopyOnWriteArrayList<>();

    private final ReentrantLock lock = new ReentrantLock();
    private boolean searched;
    private boolean wanted;
    private boolean closed;
    private @Nullable Future<?> nextStart;
    private volatile @Nullable Watched current;
    private volatile CoreStatus status = new CoreStatus.Stopped("it has not been started yet");

    ProcessSupervisor(
            Adoption adoption,
            CoreStarter starter,
            Configurations configurations,
            SupervisionTimes times,
            InstantSource time,
            MonotonicClock clock,
            ScheduledExecutorService scheduler,
            Backoff backoff) {
        this.adoption = adoption;
        this.starter = starter;
        this.configurations = configurations;
        this.times = times;
        this.time = time;
        this.clock = clock;
        this.scheduler = scheduler;
        this.backoff = backoff;
        this.lastReading = new LastReading(times.lastReading());
    }

    @Override
    public boolean owns() {
        return true;
    }

    @Override
    public Optional<CoreRun> now() {
        var watched = current;
        return watched != null && watched.core().lives()
                ? Optional.of(watched.core().run())
                : Optional.empty();
    }

    @Override
    public CoreStatus status() {
        var watched = current;
        return watched == null ? status : watched.status();
    }

    @Override
    public void beforeStop(Runnable reading) {
        lastReading.set(reading);
    }

    @Override
    public void whenStarted(Consumer<CoreIdentity> listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<CoreIdentity> adopt() {
        lock.lock();
        try {
            if (!searched) {
                searched = true;
                adoption.take().ifPresent(core -> {
                    wanted = true;
                    watch(core);
                });
            }
            return now().map(CoreRun::identity);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Start bringUp() {
        lock.lock();
        try {
            wanted = true;
            return adopt().<Start>map(identity -> new Start.Up(identity, true)).orElseGet(this::startNow);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Start restart(String why) {
        lock.lock();
        try {
            wanted = true;
            adopt();
            LOG.log(Level.INFO, "Restarting the core: {0}.", why);
            end(true);
            return startNow();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void stop(String why) {
        lock.lock();
        try {
            wanted = false;
            adopt();
            cancelNextStart();
            end(true);
            status = new CoreStatus.Stopped(why);
        } finally {
            lock.unlock();
        }
    }

    private Start startNow() {
        cancelNextStart();
        end(false);
        Optional<Configurations.Ready> ready;
        try {
            ready = configurations.forStart();
        } catch (UncheckedIOException e) {
            startLater(String.valueOf(e.getMessage()));
            return new Start.NotUp(String.valueOf(e.getMessage()));
        }
        if (ready.isEmpty()) {
            status = new CoreStatus.Stopped("there is no configuration for it yet");
            return new Start.NotUp("there is no configuration for the core yet");
        }
        return switch (starter.start(ready.get())) {
            case CoreStarter.Started.Answers answers -> {
                watch(answers.core());
                yield new Start.Up(answers.core().run().identity(), false);
            }
            case CoreStarter.Started.Failed failed -> {
                startLater(failed.why());
                yield new Start.NotUp(failed.why());
            }
        };
    }

    private void watch(LiveCore core) {
        var watched = new Watched(core, times, clock.elapsed());
        current = watched;
        watched.begin(scheduler, this::died);
        var identity = core.run().identity();
        listeners.forEach(listener -> Thread.ofVirtual().start(() -> listener.accept(identity)));
    }

    /** Called on a thread of its own, for a core that may have been replaced meanwhile. */
    private void died(Watched watched, String why) {
        lock.lock();
        try {
            if (current != watched || closed) {
                return;
            }
            LOG.log(Level.WARNING, "The core is down: {0}.", why);
            if (clock.elapsed().minus(watched.since()).compareTo(times.stableAfter()) > 0) {
                backoff.reset();
            }
            end(false);
            if (wanted) {
                startLater(why);
            }
        } finally {
            lock.unlock();
        }
    }

    private void startLater(String why) {
        var pause = backoff.next();
        status = new CoreStatus.Down(why, time.instant().plus(pause));
        if (closed) {
            return;
        }
        nextStart = scheduler.schedule(
                () -> Thread.ofVirtual().name("core-restart").start(this::startIfStillDown),
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void startIfStillDown() {
        lock.lock();
        try {
            if (wanted && !closed && current == null) {
                startNow();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end(boolean planned) {
        var watched = current;
        if (watched == null) {
            return;
        }
        if (planned && watched.core().lives()) {
            lastReading.take();
        }
        watched.cease();
        watched.core().end(starter.poll(), times.termination());
        current = null;
    }

    private void cancelNextStart() {
        if (nextStart != null) {
            nextStart.cancel(false);
            nextStart = null;
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            cancelNextStart();
            var watched = current;
            if (watched != null) {
                watched.cease();
                watched.core().sign().close();
            }
        } finally {
            lock.unlock();
        }
    }
}
