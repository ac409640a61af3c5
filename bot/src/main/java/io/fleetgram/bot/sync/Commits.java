package io.fleetgram.bot.sync;

/** Is told of every change of desired state that this process committed, so that nobody here waits for the next look. */
public interface Commits {

    void changed();
}
