package io.fleetgram.bot.telegram.app;

import java.util.function.Supplier;

/** Runs the change that an update asks for, so that the update counts as acted on exactly when the change commits. */
interface Once {

    /**
     * Runs the change.
     *
     * @param check what must hold at the moment of the change: it runs in the change's transaction, under its lock, and
     *     stops it by throwing
     * @param note more that must commit with the change, and only with it
     */
    <T> T change(Runnable check, Runnable note, Supplier<T> work);

    /** As above, for a change that nothing was agreed about. */
    default <T> T change(Runnable note, Supplier<T> work) {
        return change(() -> {}, note, work);
    }
}
