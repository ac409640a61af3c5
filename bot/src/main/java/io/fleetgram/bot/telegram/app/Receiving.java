package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches from Telegram into the inbox, and tells clients at once that their taps have arrived. */
final class Receiving implements Intake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Receiving.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Lease lease;
    private final long botId;
    private final Inbox inbox;
    private final BotApi api;
    private final Bell received;
    private final ExecutorService answers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("answer-", 0).factory());

    Receiving(Lease lease, long botId, Inbox inbox, BotApi api, Bell received) {
        this.lease = lease;
        this.botId = botId;
        this.inbox = inbox;
        this.api = api;
        this.received = received;
    }

    @Override
    public void keep(List<ReceivedUpdate> batch) throws InterruptedException {
        while (true) {
            try {
                var fresh = inbox.receive(lease, botId, batch);
                received.ring();
                batch.stream()
                        .filter(update -> fresh.contains(update.updateId()))
                        .forEach(update -> update.callbackId().ifPresent(this::answer));
                return;
            } catch (Lease.Lost e) {
                throw e;
            } catch (RuntimeException e) {
                LOG.warn("{} updates wait: the inbox cannot be written. {}", batch.size(), e.toString());
                new Bell().await(BETWEEN_TRIES);
            }
        }
    }

    private void answer(String callbackId) {
        answers.execute(() -> api.answer(callbackId));
    }

    @Override
    public void close() {
        answers.shutdownNow();
    }
}
