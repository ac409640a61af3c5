package io.fleetgram.bot.alerts;

import java.time.Instant;
import java.util.List;

/** One message for operators. */
public sealed interface Telling {

    /**
     * Of one node.
     *
     * @param times how often it happened since operators were last told
     */
    record OfOne(AlertKind kind, String node, String detail, int times) implements Telling {}

    /**
     * Of several nodes, or of what was held back.
     *
     * @param nodes all of them, those that it happened to most often first
     * @param since when the first of it happened
     */
    record OfMany(AlertKind kind, List<String> nodes, String detail, int times, Instant since) implements Telling {
        public OfMany {
            nodes = List.copyOf(nodes);
        }
    }
}
