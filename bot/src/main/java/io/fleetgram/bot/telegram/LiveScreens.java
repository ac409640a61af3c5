package io.fleetgram.bot.telegram;

/** Redraws screens that people are looking at when what they show has changed. */
public interface LiveScreens {

    /**
     * Redraws every chat whose live screen has this address. Call it after the change has committed; edits of one message
     * fold to the newest.
     */
    void changed(Address address);
}
