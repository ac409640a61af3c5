package io.fleetgram.agent.core;

/**
 * Bytes that passed since the core's start.
 *
 * @param uplink bytes from the client
 * @param downlink bytes to the client
 */
public record Traffic(long uplink, long downlink) {

    public static final Traffic NONE = new Traffic(0, 0);

    public Traffic plus(Traffic other) {
        return new Traffic(uplink + other.uplink, downlink + other.downlink);
    }
}
