package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.audit.AuditEntry.Actor;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.time.Instant;

/**
 * An operator's one tap or text, with all that it takes to answer it.
 *
 * @param below whether the answer is a new message, because something stands below the screen
 */
record Visit(Operator operator, Chat chat, Texts texts, TraceId trace, Instant now, boolean below) {

    Request request(Address address) {
        var actor = new Actor.OperatorActor(operator.telegramUserId(), chat.id());
        return new Request(operator, address, texts, actor, trace);
    }

    long personId() {
        return operator.telegramUserId();
    }

    /** A tap on any other message than the screen is answered below it. */
    Visit tappedOn(long messageId) {
        boolean elsewhere =
                chat.screenMessage().filter(screen -> screen != messageId).isPresent();
        return elsewhere ? movedBelow() : this;
    }

    Visit movedBelow() {
        return new Visit(operator, chat, texts, trace, now, true);
    }
}
