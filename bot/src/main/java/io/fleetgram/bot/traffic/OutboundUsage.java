package io.fleetgram.bot.traffic;

import io.fleetgram.bot.fleet.NodeKey;
import java.time.Instant;
import java.util.List;

/** Reads what left nodes through the outbounds of their cores. */
public interface OutboundUsage {

    /**
     * What went through one outbound.
     *
     * @param amount uplink is what was sent out, downlink what was received
     */
    record Through(String tag, Amount amount) {}

    /** Returns what went through each outbound of a node since the begin of the hour of this instant, most first. */
    List<Through> onNode(NodeKey node, Instant from);
}
