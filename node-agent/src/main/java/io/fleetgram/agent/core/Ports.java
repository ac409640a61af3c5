package io.fleetgram.agent.core;

import java.util.List;

/**
 * Which TCP ports of this machine a core could listen on.
 *
 * <p>Cores share a port with each other silently, so that nothing fails when two listen on one.
 */
public interface Ports {

    /** What stands in the way of listening. */
    enum Availability {
        /** Nothing that could be seen. */
        FREE,
        /** Somebody listens there. */
        TAKEN,
        /** This machine has no such address. */
        NO_SUCH_ADDRESS
    }

    /** Looks at one port; an empty address stands for every address. */
    Availability of(String address, int port);

    default boolean free(String address, int port) {
        return of(address, port) == Availability.FREE;
    }

    /**
     * Returns the processes that listen where a core would, as far as this agent may see them, for people to read; an empty
     * address stands for every address.
     */
    default List<String> owners(String address, int port) {
        return List.of();
    }
}
