package io.fleetgram.bot.telegram.app;

import java.util.function.Supplier;

/** Runs the change that an update asks for, so that the update counts as acted on exactly when the change commits. */
interface Once {

    /**
     * Runs the change.
     *
     * @param note more that must commit with the change, and only with it
     */
    <T> T change(Runnable note, Supplier<T> work);
}
