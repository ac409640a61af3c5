package io.fleetgram.agent.core;

import java.util.List;

/** All that a core is started with. */
public record Configuration(List<PopulatedInbound> inbounds) {
    public Configuration {
        inbounds = List.copyOf(inbounds);
    }
}
