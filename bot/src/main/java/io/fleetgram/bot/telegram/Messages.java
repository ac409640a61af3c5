package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.function.Function;

/**
 * Sends messages of their own, beside the screen. Call it inside the transaction of what the message tells of: then the
 * message is sent if and only if that happened.
 */
public interface Messages {

    /** What a message is for, and what becomes of it when the controller dies while sending it. */
    enum Kind {
        /** Sent at least once: after a crash it is sent again. */
        ALERT,
        /** Sent at most once: after a crash it is closed as unknown. */
        NOTICE,
        /** Sent at most once: after a crash it is closed as unknown. */
        REPORT
    }

    /** Sends to every operator with the capability who has ever written to the bot, each in their language. */
    void toOperators(Kind kind, Capability capability, Function<Texts, View> message);

    /** Sends to one chat in its language. */
    void toChat(Kind kind, long chatId, Function<Texts, View> message);
}
