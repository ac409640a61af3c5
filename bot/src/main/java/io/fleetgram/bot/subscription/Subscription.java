package io.fleetgram.bot.subscription;

import java.util.List;

/**
 * What one account's client gets.
 *
 * @param links one for each server, or one that says why there is none
 * @param uplink bytes from the client so far
 * @param downlink bytes to the client so far
 */
public record Subscription(List<String> links, long uplink, long downlink) {

    public Subscription {
        links = List.copyOf(links);
    }
}
