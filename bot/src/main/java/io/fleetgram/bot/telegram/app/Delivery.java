package io.fleetgram.bot.telegram.app;

import java.time.Duration;

/** How Telegram took a message. */
public sealed interface Delivery {

    record Delivered(long messageId) implements Delivery {}

    /** The message to edit is gone or cannot be edited. */
    record TargetGone(String why) implements Delivery {}

    /** Telegram wants a pause before anything more goes to this chat. */
    record TooFast(Duration pause) implements Delivery {}

    /** Nothing can be sent to this chat any more. */
    record ChatDead(String why) implements Delivery {}

    /** The group has another id now. */
    record Migrated(long chatId) implements Delivery {}

    /** Telegram will never take this message. */
    record Refused(String why) implements Delivery {}

    /**
     * Telegram could not be reached or did not answer sensibly.
     *
     * @param perhapsSent the request may have been carried out all the same
     */
    record Away(String why, boolean perhapsSent) implements Delivery {}
}
