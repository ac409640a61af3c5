package io.fleetgram.bot.telegram.wire;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.telegram.app.Intake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Our side of the library's poll loop: what it asks, what becomes of what it gets, and signs of life.
 *
 * <p>The loop moves its offset before it hands a batch over, and the next poll confirms the batch to Telegram. So a batch
 * that is not kept must never be returned from: it waits here, or, once polling has ended, throws, which ends the loop for
 * good.
 */
final class Poll implements LongPollingUpdateConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    /** All that the bot listens to; sent with every poll, because Telegram remembers the last list. */
    private static final List<String> LISTENED = List.of("message", "callback_query", "my_chat_member");

    private static final int BATCH = 100;
    private static final Duration QUIET = Duration.ofHours(24);

    private final TelegramServer server;
    private final Intake into;
    private final InstantSource time;
    private final AtomicBoolean keeping = new AtomicBoolean();
    private volatile Instant lastPoll;
    private volatile Instant lastUpdate;
    private volatile boolean ended;
    private volatile @Nullable BotSession session;

    Poll(TelegramServer server, Intake into, InstantSource time) {
        this.server = server;
        this.into = into;
        this.time = time;
        lastPoll = time.instant();
        lastUpdate = lastPoll;
    }

    /** Called by the library before every poll; our sign that the loop is alive. */
    GetUpdates next(int lastReceived) {
        lastPoll = time.instant();
        int offset = lastReceived + 1;
        if (lastReceived > 0 && lastUpdate.plus(QUIET).isBefore(lastPoll)) {
            // After a quiet week Telegram begins its ids again, below the offset: ask from the first unconfirmed one.
            restart("nothing has come for " + QUIET);
            offset = 1;
        }
        return GetUpdates.builder()
                .offset(offset)
                .limit(BATCH)
                .timeout((int) server.pollTimeout().toSeconds())
                .allowedUpdates(LISTENED)
                .build();
    }

    @Override
    public void consume(List<Update> updates) {
        keeping.set(true);
        try {
            if (ended) {
                throw new IllegalStateException("polling has ended; Telegram delivers these updates again");
            }
            if (updates.isEmpty()) {
                restart("Telegram delivers ids below the offset");
                return;
            }
            into.keep(updates.stream().map(TelegramUpdateReader::received).toList());
            lastUpdate = time.instant();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("polling has ended; Telegram delivers these updates again", e);
        } catch (Lease.Lost e) {
            LOG.info("Another process receives updates now: {}", e.getMessage());
            throw e;
        } finally {
            keeping.set(false);
        }
    }

    void runsIn(BotSession running) {
        session = running;
    }

    /** No batch is taken any more. */
    @Override
    public void close() {
        ended = true;
    }

    /** Whether the loop has not polled for so long that it must be dead; waiting for the database is not dead. */
    boolean deaf() {
        return !keeping.get()
                && lastPoll.plus(server.pollTimeout().multipliedBy(2))
                        .plus(Duration.ofSeconds(30))
                        .isBefore(time.instant());
    }

    private void restart(String why) {
        var running = session;
        if (running != null) {
            LOG.info("Polling begins again at the first unconfirmed update: {}.", why);
            running.getLastReceivedUpdate().set(0);
            lastUpdate = time.instant();
        }
    }
}
