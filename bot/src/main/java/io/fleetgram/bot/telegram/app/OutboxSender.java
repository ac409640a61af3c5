package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what waits in the outbox: many chats at once, each chat in order. */
final class OutboxSender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);

    private static final int CHATS_AT_ONCE = 16;
    private static final int CHATS_A_LOOK = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Lease lease;
    private final Outbox outbox;
    private final SendingPolicy policy;
    private final ScreenDelivery screens;
    private final BotApi api;
    private final Settlement settlement;
    private final InstantSource time;
    private final Set<Long> unsure = ConcurrentHashMap.newKeySet();
    private final Lanes lanes;
    private final Rounds rounds;

    OutboxSender(
            Lease lease,
            Outbox outbox,
            SendingPolicy policy,
            ScreenDelivery screens,
            BotApi api,
            Settlement settlement,
            InstantSource time,
            Bell bell) {
        this.lease = lease;
        this.outbox = outbox;
        this.policy = policy;
        this.screens = screens;
        this.api = api;
        this.settlement = settlement;
        this.time = time;
        lanes = new Lanes("outbox", CHATS_AT_ONCE, this::sendOne, bell);
        rounds = new Rounds("outbox", bell, LOOK, this::look);
    }

    private Duration look() {
        var now = time.instant();
        var next = LOOK;
        for (var due : outbox.due(CHATS_A_LOOK)) {
            var wait = Duration.between(now, due.notBefore());
            if (!wait.isPositive()) {
                wait = policy.turnOf(due.chatId());
            }
            if (wait.isPositive()) {
                next = wait.compareTo(next) < 0 ? wait : next;
            } else {
                lanes.go(due.chatId());
            }
        }
        unsure.forEach(lanes::go);
        return next;
    }

    /** Returns whether there may be more to do for this chat. One whose turn has not come gives its place free meanwhile. */
    private boolean sendOne(long chatId) {
        if (policy.isPaused(chatId, time.instant()) || !isSure(chatId)) {
            return false;
        }
        if (!policy.admit(chatId)) {
            return true;
        }
        return claim(chatId)
                .map(item -> {
                    settle(item, attempt(item));
                    return Boolean.TRUE;
                })
                .orElse(Boolean.FALSE);
    }

    /** After a claim whose answer was lost nobody knows whether it holds; it is taken back before the next. */
    private boolean isSure(long chatId) {
        if (!unsure.contains(chatId)) {
            return true;
        }
        try {
            int taken = outbox.unclaim(lease, chatId, time.instant());
            unsure.remove(chatId);
            LOG.info("Chat {}: {} messages wait again whose claim was not answered.", chatId, taken);
            return true;
        } catch (Lease.Lost e) {
            unsure.remove(chatId);
            return false;
        }
    }

    private Optional<Outbox.Item> claim(long chatId) {
        var claimed = Optional.<Outbox.Item>empty();
        unsure.add(chatId);
        try {
            claimed = outbox.claim(lease, chatId, time.instant());
            unsure.remove(chatId);
        } catch (Lease.Lost e) {
            unsure.remove(chatId);
            LOG.info("Chat {} is left to the process that has the lease now.", chatId);
        } finally {
            if (claimed.isEmpty()) {
                policy.unused();
            }
        }
        return claimed;
    }

    private Delivery attempt(Outbox.Item item) {
        Delivery delivery;
        try {
            delivery = deliver(item);
        } catch (RuntimeException e) {
            LOG.warn("Message {} could not be prepared for sending.", item.id(), e);
            delivery = new Delivery.Away(e.toString(), false);
        }
        if (delivery instanceof Delivery.Away) {
            policy.away();
        } else {
            policy.answered();
        }
        return delivery;
    }

    /** What was sent must be written down, however long the database is away. */
    private void settle(Outbox.Item item, Delivery delivery) {
        while (true) {
            try {
                settlement.settle(item, delivery);
                return;
            } catch (RuntimeException e) {
                LOG.warn("Message {}: its end cannot be written down yet.", item.id(), e);
            }
            try {
                new Bell().await(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Delivery deliver(Outbox.Item item) {
        return switch (item.message()) {
            case Outgoing.Screen screen -> screens.deliver(item.chatId(), screen);
            case Outgoing.Secret secret -> api.send(item.chatId(), secret.view(), BotApi.Manner.PROTECTED);
            case Outgoing.Alert alert -> api.send(item.chatId(), alert.view(), BotApi.Manner.LOUD);
            case Outgoing.Notice notice -> api.send(item.chatId(), notice.view(), BotApi.Manner.LOUD);
            case Outgoing.Report report -> api.send(item.chatId(), report.view(), BotApi.Manner.SILENT);
        };
    }

    @Override
    public void close() {
        rounds.close();
        lanes.close();
    }
}
