package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandMoved;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.sync.app.PollAsked.Taking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;

/**
 * Knows for the whole process which nodes have commands waiting, and wakes their polls: for one asked here at once, for one
 * asked at another controller at the next look. Parked polls ask no database.
 */
public final class WaitingCommands implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCommands.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final CommandDelivery delivery;
    private final Watches watches;
    private final Duration look;
    private final Semaphore signal = new Semaphore(0);
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Map<NodeKey, Set<CommandKey>> waiting = Map.of();
    private volatile @Nullable Thread thread;
    private volatile boolean failing;

    /** @param look how often commands of other controllers are looked for */
    public WaitingCommands(CommandDelivery delivery, Watches watches, Duration look) {
        this.delivery = delivery;
        this.watches = watches;
        this.look = look;
    }

    /** Returns whether there is a command that the agent of this poll does not hold. */
    boolean waitFor(PollAsked asked) {
        return switch (asked.commands()) {
            case Taking.Nothing nothing -> false;
            case Taking.AllBut but ->
                waiting.getOrDefault(new NodeKey(asked.node()), Set.of()).stream()
                        .anyMatch(command -> !but.held().contains(command.text()));
        };
    }

    /** Returns the commands to send with the answer to a poll. */
    public List<NodeCommand> handOut(PollAsked asked) {
        if (!waitFor(asked)) {
            return List.of();
        }
        var held = asked.commands() instanceof Taking.AllBut but ? but.held() : Set.<String>of();
        var commands = delivery.handOut(new NodeKey(asked.node())).stream()
                .filter(command -> !held.contains(command.key().text()))
                .toList();
        if (commands.isEmpty()) {
            // What was remembered is no more; the next poll must not be answered at once because of it.
            readAgain();
        }
        return commands;
    }

    @EventListener
    void on(NodeCommandMoved moved) {
        signal.release();
    }

    @Override
    public void start() {
        var follower = Thread.ofPlatform().daemon().name("waiting-commands").unstarted(this::follow);
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
                LOG.warn("The thread that looks for commands still waits for the database.");
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

    private void follow() {
        while (Thread.currentThread().equals(thread)) {
            try {
                if (signal.tryAcquire(look.toMillis(), TimeUnit.MILLISECONDS)) {
                    signal.drainPermits();
                }
                if (thread == null) {
                    return;
                }
                readAgain();
                failing = false;
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void readAgain() {
        looking.lock();
        try {
            var fresh = delivery.waiting();
            waiting = fresh;
            watches.wake(fresh.keySet().stream().map(NodeKey::text).toList());
        } finally {
            looking.unlock();
        }
    }

    /** Says it once, because it looks several times a second. */
    private void failed(RuntimeException e) {
        if (!failing) {
            failing = true;
            LOG.warn("Commands cannot be looked for; they wait until the database answers: {}", e.toString());
        }
    }
}
