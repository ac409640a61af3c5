package io.fleetgram.parts.core.simulated;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;

/**
 * What is counted.
 *
 * @param uplinkLevels user levels whose uplink is counted; a level that is not named is never counted
 * @param downlinkLevels likewise for the downlink
 * @param outbound tag of the first outbound, which every stream takes
 */
record Policy(
        Set<Integer> uplinkLevels,
        Set<Integer> downlinkLevels,
        boolean inboundUplink,
        boolean inboundDownlink,
        String outbound,
        boolean outboundUplink,
        boolean outboundDownlink) {

    static Policy of(JsonNode configuration) {
        var policy = configuration.path("policy");
        var counting = configuration.has("stats");
        var uplink = new HashSet<Integer>();
        var downlink = new HashSet<Integer>();
        policy.path("levels").properties().forEach(level -> {
            if (counting && level.getValue().path("statsUserUplink").asBoolean()) {
                uplink.add(Integer.valueOf(level.getKey()));
            }
            if (counting && level.getValue().path("statsUserDownlink").asBoolean()) {
                downlink.add(Integer.valueOf(level.getKey()));
            }
        });
        var system = policy.path("system");
        return new Policy(
                uplink,
                downlink,
                counting && system.path("statsInboundUplink").asBoolean(),
                counting && system.path("statsInboundDownlink").asBoolean(),
                configuration.path("outbounds").path(0).path("tag").asText(""),
                counting && system.path("statsOutboundUplink").asBoolean(),
                counting && system.path("statsOutboundDownlink").asBoolean());
    }
}
