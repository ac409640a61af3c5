package io.fleetgram.bot.telegram.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetgram.bot.telegram.app.Intake;
import io.fleetgram.bot.telegram.app.Receiver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The library's long polling with its faults cured: it is registered again until that succeeds and whenever its loop has
 * died, has pauses, clients and threads of ours, and is over when it is stopped.
 */
public final class LongPolling implements Receiver {

    private static final Logger LOG = LoggerFactory.getLogger(LongPolling.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final long PATIENCE_SECONDS = 10;

    private final TelegramServer server;
    private final InstantSource time;
    private final PollBackOff backOff;
    private final PollWatch watch;
    private final AtomicReference<@Nullable Registration> registration = new AtomicReference<>();
    private volatile @Nullable ScheduledExecutorService watchdog;
    private volatile Instant nextTry = Instant.MIN;

    /**
     * @param conflict told whenever another process is found to poll with the same token
     */
    public LongPolling(TelegramServer server, InstantSource time, Runnable conflict) {
        this.server = server;
        this.time = time;
        backOff = new PollBackOff(time);
        watch = new PollWatch(backOff, state -> {
            if (state == PollWatch.State.CONFLICT) {
                tell(conflict);
            }
        });
    }

    /** On the thread of the poll, which a failure would end. */
    private static void tell(Runnable conflict) {
        try {
            conflict.run();
        } catch (RuntimeException e) {
            LOG.error("Operators could not be told that another process polls with this token.", e);
        }
    }

    @Override
    public void start(Intake into) {
        var looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("telegram-watchdog").factory());
        var unused = looks.scheduleWithFixedDelay(() -> look(into), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        watchdog = looks;
    }

    @Override
    public void stop() {
        var looks = watchdog;
        watchdog = null;
        if (looks != null) {
            looks.shutdownNow();
            closeRegistration();
            await(looks);
        }
        closeRegistration();
    }

    private void look(Intake into) {
        try {
            var present = registration.get();
            if (present != null && present.poll.deaf() && !backOff.resting()) {
                LOG.warn("Telegram has not been polled for too long; polling starts anew.");
                closeRegistration();
            }
            if (registration.get() == null && !time.instant().isBefore(nextTry)) {
                register(into);
            }
        } catch (RuntimeException e) {
            LOG.error("The watch over polling failed; it goes on.", e);
        }
    }

    /** A failed registration leaves the bot registered, so that it must be unregistered before the next try. */
    private void register(Intake into) {
        var fresh = new Registration(new Poll(server, into, time));
        registration.set(fresh);
        try {
            fresh.open();
            backOff.reset();
        } catch (TelegramApiException e) {
            LOG.debug("Polling could not start; it is tried again.", e);
            nextTry = time.instant().plusMillis(backOff.nextBackOffMillis());
            closeRegistration();
        }
    }

    private void closeRegistration() {
        var present = registration.getAndSet(null);
        if (present != null) {
            present.close();
        }
    }

    private static void await(ScheduledExecutorService threads) {
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A thread of polling has not ended within {} s.", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One registration with the library, with everything it runs on. */
    private final class Registration {

        private final Poll poll;
        private final OkHttpClient http;
        private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("telegram-poll").factory());
        private final TelegramBotsLongPollingApplication application;

        Registration(Poll poll) {
            this.poll = poll;
            http = HttpClients.polls(server, watch);
            application =
                    new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> loop, () -> backOff);
        }

        void open() throws TelegramApiException {
            poll.runsIn(application.registerBot(server.token(), server::telegramUrl, poll::next, poll));
        }

        /** Waits until the loop is over, so that no batch can come any more. */
        void close() {
            poll.close();
            try {
                application.unregisterBot(server.token());
            } catch (TelegramApiException e) {
                LOG.debug("Polling was not registered.", e);
            }
            http.dispatcher().cancelAll();
            loop.shutdownNow();
            await(loop);
            HttpClients.close(http);
        }
    }
}
