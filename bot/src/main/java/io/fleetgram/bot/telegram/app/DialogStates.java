package io.fleetgram.bot.telegram.app;

import java.time.Instant;
import java.util.Optional;

/** Dialogs in the middle, one at most for a person in a chat. Every write joins the open transaction. */
public interface DialogStates {

    Optional<DialogState> find(long chatId, long personId);

    void put(long chatId, long personId, DialogState state, Instant now);

    void drop(long chatId, long personId);
}
