package io.fleetgram.bot.alerts.app;

import io.fleetgram.bot.alerts.Alert;
import io.fleetgram.bot.alerts.AlertMemory;
import io.fleetgram.bot.alerts.Alerts;
import io.fleetgram.bot.alerts.Folding;
import io.fleetgram.bot.platform.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Gathers what is raised, and writes it once a second with the messages that follow from it. Whoever raises an alert waits
 * for nothing, and a thousand nodes with the same trouble cost one transaction.
 *
 * <p>What was raised in the last second is lost if the process dies; the log has it.
 */
public final class AlertDesk implements Alerts, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    private static final long PAUSE_MILLIS = 1_000;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int MOST_WAITING = 10_000;

    private final AlertMemory memory;
    private final Teller teller;
    private final Transactions transactions;
    private final InstantSource time;
    private final Map<String, Folding.Raised> waiting = new LinkedHashMap<>();
    private @Nullable ScheduledFuture<?> round;
    private volatile @Nullable ScheduledExecutorService clock;

    public AlertDesk(AlertMemory memory, Teller teller, Transactions transactions, InstantSource time) {
        this.memory = memory;
        this.teller = teller;
        this.transactions = transactions;
        this.time = time;
    }

    @Override
    public void raise(Alert alert) {
        LOG.warn("{} on node {}: {}", alert.kind(), alert.node(), alert.detail());
        add(new Folding.Raised(alert, 1));
    }

    /** Writes what waits. It waits on if that fails. */
    public void flush() {
        var raised = takeWaiting();
        if (raised.isEmpty()) {
            return;
        }
        try {
            transactions.run(() -> {
                memory.lock();
                follow(Folding.take(memory.all(), raised, time.instant()));
            });
        } catch (RuntimeException e) {
            LOG.warn("{} alerts cannot be told yet: {}", raised.size(), e.toString());
            putBack(raised);
        }
    }

    /** Tells what was held back for long enough, and forgets what is long past; returns how many messages it made. */
    public int sweep() {
        return transactions.write(() -> {
            memory.lock();
            memory.forget(time.instant().minus(KEPT));
            var outcome = Folding.sweep(memory.all(), time.instant());
            follow(outcome);
            return outcome.tellings().size();
        });
    }

    private void follow(Folding.Outcome outcome) {
        outcome.tellings().forEach(teller::tell);
        memory.keep(outcome.changed());
    }

    private void add(Folding.Raised raised) {
        synchronized (waiting) {
            var key = raised.alert().kind() + " " + raised.alert().node();
            if (waiting.size() < MOST_WAITING || waiting.containsKey(key)) {
                waiting.merge(
                        key, raised, (one, other) -> new Folding.Raised(other.alert(), one.times() + other.times()));
            }
        }
    }

    /** What came meanwhile is newer: its words stay. */
    private void putBack(List<Folding.Raised> raised) {
        synchronized (waiting) {
            var newer = List.copyOf(waiting.values());
            waiting.clear();
            raised.forEach(this::add);
            newer.forEach(this::add);
        }
    }

    private List<Folding.Raised> takeWaiting() {
        synchronized (waiting) {
            var taken = new ArrayList<>(waiting.values());
            waiting.clear();
            return taken;
        }
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("alerts").factory());
        round = executor.scheduleWithFixedDelay(this::flush, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        clock = executor;
    }

    @Override
    public void stop() {
        var executor = clock;
        var flushing = round;
        clock = null;
        if (executor != null && flushing != null) {
            flushing.cancel(false);
            executor.shutdown();
            flush();
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }
}
