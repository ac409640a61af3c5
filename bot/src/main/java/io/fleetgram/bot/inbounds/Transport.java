package io.fleetgram.bot.inbounds;

/** How the protocol's bytes travel. */
public sealed interface Transport {

    /** A plain TCP stream. */
    record Tcp() implements Transport {}
}
