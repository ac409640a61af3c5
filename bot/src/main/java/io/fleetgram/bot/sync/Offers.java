package io.fleetgram.bot.sync;

import java.util.Map;
import java.util.Set;

/** Says which inbounds each node offers. Called inside the same transaction as {@link Contributor}. */
public interface Offers {

    /** Returns the keys of the enabled inbounds that each node offers, by node key; nodes that offer none included. */
    Map<String, Set<String>> byNode();
}
