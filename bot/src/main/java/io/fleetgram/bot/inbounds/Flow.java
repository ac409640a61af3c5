package io.fleetgram.bot.inbounds;

/** The VLESS flow that every account of an inbound uses. */
public enum Flow {
    NONE(""),
    /** Lets TLS inside the tunnel pass without a second encryption; fits TCP under TLS or REALITY only. */
    VISION("xtls-rprx-vision");

    private final String wireName;

    Flow(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the name that cores and share links use; empty for {@link #NONE}. */
    public String wireName() {
        return wireName;
    }
}
