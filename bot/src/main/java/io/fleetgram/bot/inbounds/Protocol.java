package io.fleetgram.bot.inbounds;

import java.util.Locale;

/** A proxy protocol that an inbound speaks. */
public enum Protocol {
    VLESS;

    /** Returns the capability that a core must report to speak it (CoreStatus.capabilities). */
    public String capability() {
        return name().toLowerCase(Locale.ROOT);
    }
}
