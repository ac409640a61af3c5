package io.fleetgram.agent.store;

import io.fleetgram.shared.StateHash;

/**
 * What a poll tells the controller of the state that this node holds.
 *
 * @param version 0 while nothing came yet
 * @param hash computed from the very bytes that are held
 */
public record StateProof(long version, StateHash hash) {}
