package io.fleetgram.demo.chaos.victims;

import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.Until;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** Kills a victim, brings it back, and knows how long it was away. */
public final class Keeper {

    /** However slow the machine is, what does not serve again within this never will. */
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Mortal victim;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Duration> downtimes = new ArrayList<>();
    private boolean away;
    private long killedAt;
    private int kills;
    private final AtomicInteger launches = new AtomicInteger();
    private volatile String trouble = "";

    public Keeper(Mortal victim) {
        this.victim = victim;
    }

    /** Kills it now; what follows happens by itself. */
    public void kill() {
        lock.lock();
        try {
            victim.kill();
            kills++;
            killedAt = away ? killedAt : System.nanoTime();
            if (!away) {
                away = true;
                Thread.ofVirtual().name("keeper of " + victim.name()).start(this::bringBack);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often it was started again; grows when a start begins. */
    public int launches() {
        return launches.get();
    }

    private void bringBack() {
        try {
            if (!Until.isTrue(PATIENCE, this::isThere)) {
                trouble = "%s did not serve again within %d s".formatted(victim.name(), PATIENCE.toSeconds());
            }
        } catch (RuntimeException e) {
            trouble = "%s could not be started again: %s".formatted(victim.name(), e);
        }
    }

    private boolean isThere() {
        if (!victim.isAlive()) {
            // A controller that starts while its database is away ends by itself, and a service manager starts it
            // again.
            victim.launch();
            launches.incrementAndGet();
        }
        int before = kills();
        return victim.serves() && noted(before);
    }

    private int kills() {
        lock.lock();
        try {
            return kills;
        } finally {
            lock.unlock();
        }
    }

    private boolean noted(int killsBefore) {
        lock.lock();
        try {
            if (kills != killsBefore) {
                return false;
            }
            away = false;
            downtimes.add(Duration.ofNanos(System.nanoTime() - killedAt));
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean isBack() {
        lock.lock();
        try {
            return !away;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it serves.
     *
     * @throws DidNotStart if it does not come back
     */
    public void awaitBack() {
        if (!Until.isTrue(PATIENCE.multipliedBy(2), () -> isBack() || !trouble.isEmpty()) || !trouble.isEmpty()) {
            throw new DidNotStart(trouble.isEmpty() ? victim.name() + " is not back" : trouble);
        }
    }

    /** Times from a kill until it served again; kills in quick succession are one. */
    public List<Duration> downtimes() {
        lock.lock();
        try {
            return List.copyOf(downtimes);
        } finally {
            lock.unlock();
        }
    }
}
