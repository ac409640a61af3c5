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

    private final String name;
    private final Bell bell;
    private final Duration afterFailure;
    private final Round round;
    private final Thread thread;

    Rounds(String name, Bell bell, Duration afterFailure, Round round) {
        this.name = name;
        this.bell = bell;
        this.afterFailure = afterFailure;
        this.round = round;
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    /** A failure, such as a database that is away, is told when it begins and when it is over. */
    private void run() {
        boolean failing = false;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var wait = afterFailure;
                try {
                    wait = round.look();
                    if (failing) {
                        LOG.info("Looking for work in the {} goes on.", name);
                    }
                    failing = false;
                } catch (RuntimeException e) {
                    if (!failing) {
                        LOG.warn(
                                "Looking for work in the {} failed; it is tried again every {}.",
                                name,
                                afterFailure,
                                e);
                    }
                    failing = true;
                }
                bell.await(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
