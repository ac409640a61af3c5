package io.fleetgram.agent.core;

import java.util.Set;

/**
 * What a core can do beyond changing users and counting bytes.
 *
 * @param listsUsers it says which users it has, so that drift is seen
 * @param listsOnlineAddresses it says from which addresses a user is connected
 * @param reality it runs inbounds with REALITY, and the flow {@code xtls-rprx-vision}
 * @param protocols those of which it runs inbounds with several users
 */
public record Capabilities(boolean listsUsers, boolean listsOnlineAddresses, boolean reality, Set<Protocol> protocols) {
    public Capabilities {
        protocols = Set.copyOf(protocols);
    }
}
