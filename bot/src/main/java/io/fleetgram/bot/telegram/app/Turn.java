package io.fleetgram.bot.telegram.app;

import java.util.ArrayList;
import java.util.List;

/**
 * What a handled update leaves behind, all of it in one transaction.
 *
 * @param messages for the chat, in order
 * @param outcome a few words for the inbox
 */
record Turn(List<Outgoing> messages, DialogMove dialog, TokenMove token, String outcome) {

    /** The outcome of an answer to a person without rights. */
    static final String STRANGER_TOLD = "stranger told";

    /** The outcome of an update that an operator was told could not be handled. */
    static final String FAILURE_TOLD = "failed";

    Turn {
        messages = List.copyOf(messages);
    }

    /** What becomes of the person's dialog. */
    sealed interface DialogMove {
        record Keep() implements DialogMove {}

        record Drop() implements DialogMove {}

        record Put(DialogState state) implements DialogMove {}
    }

    /** What becomes of confirmation tokens. */
    sealed interface TokenMove {
        record Keep() implements TokenMove {}

        record Give(String token, ConfirmationTokens.Allowed allowed) implements TokenMove {}

        /** The token is used up, unless the change has already done so. */
        record Use(String token) implements TokenMove {}
    }

    /** Whoever opens a screen has left their dialog. */
    static Turn showing(Outgoing... messages) {
        return new Turn(List.of(messages), new DialogMove.Drop(), new TokenMove.Keep(), "shown");
    }

    /** A message beside the screen, which stays as it is. */
    static Turn beside(Outgoing message, String outcome) {
        return new Turn(List.of(message), new DialogMove.Keep(), new TokenMove.Keep(), outcome);
    }

    static Turn silent(String outcome) {
        return new Turn(List.of(), new DialogMove.Keep(), new TokenMove.Keep(), outcome);
    }

    Turn with(DialogMove move) {
        return new Turn(messages, move, token, outcome);
    }

    Turn with(TokenMove move) {
        return new Turn(messages, dialog, move, outcome);
    }

    Turn called(String newOutcome) {
        return new Turn(messages, dialog, token, newOutcome);
    }

    Turn after(Outgoing first) {
        var more = new ArrayList<Outgoing>();
        more.add(first);
        more.addAll(messages);
        return new Turn(more, dialog, token, outcome);
    }
}
