package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down how a message was taken, and what follows from that for its chat. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Transactions transactions;
    private final Outbox outbox;
    private final Chats chats;
    private final Messages messages;
    private final SendingPolicy policy;
    private final InstantSource time;

    Settlement(ChatStore store, Messages messages, SendingPolicy policy, InstantSource time) {
        transactions = store.transactions();
        outbox = store.outbox();
        chats = store.chats();
        this.messages = messages;
        this.policy = policy;
        this.time = time;
    }

    void settle(Outbox.Item item, Delivery delivery) {
        transactions.run(() -> {
            switch (delivery) {
                case Delivery.Delivered delivered -> delivered(item, delivered.messageId());
                case Delivery.TooFast fast -> {
                    policy.pause(item.chatId(), time.instant().plus(fast.pause()));
                    again(item, fast.pause(), "Telegram asked for a pause of " + fast.pause());
                }
                case Delivery.ChatDead dead -> dead(item, dead.why());
                case Delivery.Migrated migrated -> {
                    chats.migrated(item.chatId(), migrated.chatId());
                    again(item, Duration.ZERO, "the group is now " + migrated.chatId());
                }
                case Delivery.TargetGone gone -> refused(item, gone.why());
                case Delivery.Refused refused -> refused(item, refused.why());
                case Delivery.Away away -> away(item, away.why(), away.perhapsSent());
            }
        });
    }

    private void delivered(Outbox.Item item, long messageId) {
        if (item.message() instanceof Outgoing.Screen screen) {
            boolean picture = screen.view().picture().isPresent();
            chats.showing(item.chatId(), Optional.of(messageId), screen.address(), picture, time.instant());
        }
        outbox.sent(item, Optional.of(messageId), time.instant());
    }

    private void dead(Outbox.Item item, String why) {
        LOG.info("Chat {} cannot be reached any more: {}", item.chatId(), why);
        var person = chats.find(item.chatId()).flatMap(Chat::personId).orElse(item.chatId());
        chats.dead(item.chatId(), why, time.instant());
        outbox.closed(item, Outbox.Closed.FAILED, why);
        outbox.closeAll(item.chatId(), why);
        messages.toOperators(
                Messages.Kind.NOTICE,
                Capability.MANAGE_OPERATORS,
                texts -> View.of(texts.html("kit.chat.dead", Html.code(String.valueOf(person)), why)));
    }

    private void refused(Outbox.Item item, String why) {
        LOG.error("Telegram refused message {} for chat {}: {}", item.id(), item.chatId(), why);
        outbox.closed(item, Outbox.Closed.FAILED, why);
    }

    private void away(Outbox.Item item, String why, boolean perhapsSent) {
        boolean atMostOnce = item.message() instanceof Outgoing.Notice || item.message() instanceof Outgoing.Report;
        if (perhapsSent && atMostOnce) {
            outbox.closed(item, Outbox.Closed.UNKNOWN, why);
        } else {
            again(item, policy.pauseAfter(item.tries()), why);
        }
    }

    private void again(Outbox.Item item, Duration pause, String why) {
        outbox.again(item, time.instant().plus(pause), why);
    }
}
