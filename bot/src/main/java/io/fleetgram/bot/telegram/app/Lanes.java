package io.fleetgram.bot.telegram.app;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs work for many chats at once, but for each chat one piece at a time. */
final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private static final long PATIENCE_SECONDS = 5;

    private final LongPredicate work;
    private final Bell bell;
    private final Semaphore room;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    /**
     * @param atOnce most chats worked for at one time
     * @param work done for a chat; returns whether there may be more at once
     * @param bell rung when there may be more
     */
    Lanes(String name, int atOnce, LongPredicate work, Bell bell) {
        this.work = work;
        this.bell = bell;
        room = new Semaphore(atOnce);
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** Starts the work for a chat, unless it is under way. */
    void go(long chatId) {
        if (!threads.isShutdown() && busy.add(chatId)) {
            threads.execute(() -> drive(chatId));
        }
    }

    private void drive(long chatId) {
        boolean more = false;
        try {
            room.acquire();
            try {
                more = work.test(chatId);
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Work for chat {} was cut off; it is taken up again.", chatId, e);
        } finally {
            busy.remove(chatId);
            if (more) {
                bell.ring();
            }
        }
    }

    /** Lets what is under way come to its end for a while, then interrupts it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                threads.close();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
