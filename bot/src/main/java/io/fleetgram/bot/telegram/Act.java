package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.Optional;

/** Something that a tap does. */
public interface Act {

    /** First part of its addresses; shares one name space with screens and dialogs. */
    String name();

    Capability needs();

    /** Returns what to ask first; empty when the act needs no confirmation or cannot happen at all. */
    default Optional<Confirmation> confirm(Request request) {
        return Optional.empty();
    }

    /**
     * Does it. Makes at most one write transaction, by {@code DesiredState.change} or {@code Transactions.write}; the kit
     * marks the tap done in it, so a repeated delivery does nothing twice.
     */
    Reply perform(Request request);

    /**
     * What the person must agree to.
     *
     * @param question names the effect in numbers
     * @param yes label of the button that does it
     * @param rowVersion of the thing acted on; if it has moved on when the person agrees, the question is asked again. It is
     *     compared in the transaction of the act, so read it there: by plain statements, not from a cache
     * @param back where Cancel leads
     */
    record Confirmation(Html question, String yes, long rowVersion, Address back) {}
}
