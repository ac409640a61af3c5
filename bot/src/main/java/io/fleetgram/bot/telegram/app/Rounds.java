package io.fleetgram.bot.telegram.app;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that looks for work whenever its bell rings, and at least every so often. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** One look; returns how long the next may wait. */
    interface Round {
        Duration look();
    }

    private final Thread thread;

    Rounds(String name, Bell bell, Duration afterFailure, Round round) {
        thread = Thread.ofVirtual().name(name).start(() -> run(bell, afterFailure, round));
    }

    private static void run(Bell bell, Duration afterFailure, Round round) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                bell.await(look(afterFailure, round));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration look(Duration afterFailure, Round round) {
        try {
            return round.look();
        } catch (RuntimeException e) {
            LOG.warn("Looking for work failed; the next look is in {}.", afterFailure, e);
            return afterFailure;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
