package io.fleetgram.agent.core;

/**
 * Which TCP ports of this machine are taken.
 *
 * <p>Cores share a port with each other silently, so that nothing fails when two listen on one.
 */
public interface Ports {

    /** Returns whether nobody listens there; the address is empty for every address. */
    boolean free(String address, int port);
}
