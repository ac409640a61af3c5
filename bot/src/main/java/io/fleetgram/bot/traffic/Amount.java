package io.fleetgram.bot.traffic;

/**
 * Bytes that went through proxies.
 *
 * @param uplink from clients
 * @param downlink to clients
 */
public record Amount(long uplink, long downlink) {

    public static final Amount NOTHING = new Amount(0, 0);

    public long total() {
        return uplink + downlink;
    }
}
