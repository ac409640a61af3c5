package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.View;
import java.util.List;
import java.util.Optional;

/** What the kit asks of Telegram. */
public interface BotApi {

    /** How a new message behaves. */
    enum Manner {
        LOUD,
        SILENT,
        /** Cannot be forwarded or saved. */
        PROTECTED
    }

    Delivery send(long chatId, View view, Manner manner);

    /** A message that already looks like this counts as delivered. A picture goes into a message that may be a text. */
    Delivery edit(long chatId, long messageId, View view);

    /** Takes the buttons off a message that stays. Best effort. */
    void retire(long chatId, long messageId);

    /** Best effort: Telegram deletes only messages younger than 48 hours. Returns whether it did. */
    boolean delete(long chatId, long messageId);

    /** Tells the client that the tap has arrived. Best effort: an answer that comes too late is of no use. */
    void answer(String callbackId);

    /**
     * Sets the list of commands that the client offers.
     *
     * @param chatId empty for everybody
     * @param language two letters; empty for every language without its own list
     * @return whether Telegram took it
     */
    boolean commands(Optional<Long> chatId, Optional<String> language, List<Command> commands);

    /** A command as the client lists it. */
    record Command(String name, String description) {}
}
