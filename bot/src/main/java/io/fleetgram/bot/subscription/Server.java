package io.fleetgram.bot.subscription;

import io.fleetgram.bot.inbounds.Inbound;

/**
 * One inbound on one node, as a client dials it.
 *
 * @param nodeName for the remark
 * @param address public: IPv4, IPv6 without brackets, or a domain
 */
public record Server(String nodeName, String address, Inbound inbound) {

    /** Returns what clients show: {@code node · inbound}. */
    public String remark() {
        return nodeName + " · " + inbound.tag();
    }
}
