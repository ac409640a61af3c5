package io.fleetgram.bot.sync.app;

import java.time.Duration;

/** How long one poll still waits, by the monotonic clock: for something to change, and for a disagreement to pass. */
final class Patience {

    private final long end;
    private final long secondLook;
    private long looksUntil;
    private boolean looking;

    Patience(Duration wait, Duration secondLook) {
        this.end = System.nanoTime() + wait.toNanos();
        this.secondLook = secondLook.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    boolean isOver() {
        return end - System.nanoTime() <= 0;
    }

    /** Returns whether there is still time to look again; the time begins with the first call. */
    boolean looksAgain() {
        if (!looking) {
            looking = true;
            looksUntil = System.nanoTime() + secondLook;
        }
        return looksUntil - System.nanoTime() > 0;
    }

    void agreed() {
        looking = false;
    }
}
