package io.fleetgram.demo.emulator.botapi;

import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.ReplyKeyboards.ReplyKeyboard;

/** What {@code reply_markup} asked for. */
sealed interface Markup {

    /** Nothing. */
    record None() implements Markup {}

    /** Buttons under the message. */
    record Inline(InlineKeyboard keyboard) implements Markup {}

    /** Keys in place of the phone's own. */
    record Reply(ReplyKeyboard keyboard) implements Markup {}

    /** Those keys taken away. */
    record RemoveReply() implements Markup {}

    /** The person's app begins an answer to this message. */
    record ForceReply(String placeholder) implements Markup {}
}
