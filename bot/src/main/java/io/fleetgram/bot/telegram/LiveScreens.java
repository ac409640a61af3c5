package io.fleetgram.bot.telegram;

/** Redraws screens that people are looking at when what they show has changed. */
public interface LiveScreens {

    /**
     * Redraws every chat whose live screen has this address or one that begins with it, where somebody was active in the
     * last hour. Call it after the change has committed, in any controller; redraws of one address within half a second
     * are one.
     */
    void changed(Address address);
}
