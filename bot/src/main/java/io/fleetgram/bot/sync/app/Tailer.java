package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.Commits;
import io.fleetgram.bot.sync.NodeStates;
import io.fleetgram.bot.sync.index.Advance;
import io.fleetgram.bot.sync.index.StateIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Follows the change log for the whole process: reads new rows once, and wakes only the polls that they concern.
 *
 * <p>Commits of this process wake it at once; those of others it finds at its next look.
 */
public final class Tailer implements SmartLifecycle, Commits, NodeStates {

    private static final Logger LOG = LoggerFactory.getLogger(Tailer.class);

    private static final Duration STOP = Duration.ofSeconds(5);

    private final StateReader reader;
    private final Watches watches;
    private final IdentityWatch identities;
    private final SyncTimings timings;
    private final ReentrantReadWriteLock guard = new ReentrantReadWriteLock();
    private final ReentrantLock reading = new ReentrantLock();
    private final Semaphore signal = new Semaphore(0);
    private @Nullable StateIndex index;
    private volatile @Nullable Thread thread;
    private volatile boolean failing;

    public Tailer(StateReader reader, Watches watches, IdentityWatch identities, SyncTimings timings) {
        this.reader = reader;
        this.watches = watches;
        this.identities = identities;
        this.timings = timings;
    }

    @Override
    public void start() {
        rebuild();
        var follower = Thread.ofPlatform().daemon().name("desired-state").unstarted(this::follow);
        thread = follower;
        follower.start();
    }

    @Override
    public void stop() {
        var follower = thread;
        thread = null;
        if (follower == null) {
            return;
        }
        // Woken, not interrupted: an interrupt in the middle of a query would break its connection.
        signal.release();
        try {
            if (!follower.join(STOP)) {
                LOG.warn("The thread that follows the change log still waits for the database.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before whatever serves agents. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }

    @Override
    public void changed() {
        signal.release();
    }

    @Override
    public Optional<Wanted> wanted(String nodeKey) {
        return ask(state -> state.hash(nodeKey).map(hash -> new Wanted(state.version(), hash)));
    }

    /** Returns whether it runs and could read the change log when it last looked. */
    public boolean follows() {
        return isRunning() && !failing;
    }

    /** Asks the index; the question must not keep it. */
    <T> T ask(Function<StateIndex, T> question) {
        guard.readLock().lock();
        try {
            return question.apply(present());
        } finally {
            guard.readLock().unlock();
        }
    }

    /** Takes over what was committed since the last look. */
    void catchUp() {
        reading.lock();
        try {
            switch (reader.since(ask(StateIndex::version))) {
                case StateReader.Reading.Nothing nothing -> {}
                case StateReader.Reading.Advanced advanced -> take(advanced.advance());
                case StateReader.Reading.Broken broken -> {
                    LOG.warn(
                            "The change log does not lead to the present state ({}); reading everything anew.",
                            broken.why());
                    rebuild();
                }
            }
        } finally {
            reading.unlock();
        }
    }

    /** Forgets everything and reads it anew. */
    void rebuild() {
        reading.lock();
        try {
            var fresh = reader.load(timings.memory());
            identities.reload();
            guard.writeLock().lock();
            try {
                index = fresh;
            } finally {
                guard.writeLock().unlock();
            }
            watches.wakeAll();
        } finally {
            reading.unlock();
        }
    }

    /** Identities first: if they cannot be looked up, the index stays where it is and the same rows are read again. */
    private void take(Advance advance) {
        identities.take(advance.identity());
        Set<String> concerned;
        guard.writeLock().lock();
        try {
            concerned = present().apply(advance);
        } finally {
            guard.writeLock().unlock();
        }
        watches.wake(concerned);
    }

    private StateIndex present() {
        if (index == null) {
            throw new IllegalStateException("the desired state has not been read yet");
        }
        return index;
    }

    private void follow() {
        while (Thread.currentThread().equals(thread)) {
            try {
                if (signal.tryAcquire(timings.look().toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                if (thread == null) {
                    return;
                }
                catchUp();
                succeeded();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    /** Says once that it fails and once that it is over, because it looks several times a second. */
    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.error("The change log cannot be read; nodes keep what they have until it can.", e);
        }
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            LOG.info("The change log can be read again.");
        }
    }
}
