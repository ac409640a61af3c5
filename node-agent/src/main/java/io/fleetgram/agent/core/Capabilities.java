package io.fleetgram.agent.core;

/**
 * What a core can do beyond changing users and counting bytes.
 *
 * @param listsUsers it says which users it has, so that drift is seen
 * @param listsOnlineAddresses it says from which addresses a user is connected
 * @param reality it runs inbounds with REALITY
 */
public record Capabilities(boolean listsUsers, boolean listsOnlineAddresses, boolean reality) {}
