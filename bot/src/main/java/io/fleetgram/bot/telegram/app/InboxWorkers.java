package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works the inbox off: many chats at once, each chat in order. */
final class InboxWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWorkers.class);

    private static final int CHATS_AT_ONCE = 8;
    private static final int CHATS_A_LOOK = 200;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

    private final Lease lease;
    private final Inbox inbox;
    private final InboxWork work;
    private final Bell answered;
    private final Lanes lanes;
    private final Rounds rounds;
    private volatile boolean stopping;

    /**
     * @param received rung when something new is in the inbox
     * @param answered rung when something new is in the outbox
     */
    InboxWorkers(Lease lease, Inbox inbox, InboxWork work, Bell received, Bell answered) {
        this.lease = lease;
        this.inbox = inbox;
        this.work = work;
        this.answered = answered;
        lanes = new Lanes("inbox", CHATS_AT_ONCE, this::workOff, received);
        rounds = new Rounds("inbox", received, LOOK, () -> {
            inbox.openChats(CHATS_A_LOOK).forEach(lanes::go);
            return LOOK;
        });
    }

    /** Returns whether something was done, so that it is worth looking again. */
    private boolean workOff(long chatId) {
        boolean worked = false;
        try {
            var item = inbox.claim(lease, chatId);
            while (item.isPresent() && !stopping) {
                if (work.handle(lease, item.get())) {
                    worked = true;
                    answered.ring();
                } else {
                    new Bell().await(BETWEEN_TRIES);
                }
                item = inbox.claim(lease, chatId);
            }
        } catch (Lease.Lost e) {
            LOG.info("Chat {} is left to the process that has the lease now.", chatId);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return worked;
    }

    @Override
    public void close() {
        stopping = true;
        rounds.close();
        lanes.close();
    }
}
