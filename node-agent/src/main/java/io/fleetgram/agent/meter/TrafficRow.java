package io.fleetgram.agent.meter;

import io.fleetgram.agent.core.Traffic;

/**
 * Bytes of one account on one inbound in one hour, or of one outbound of the core.
 *
 * @param cell whose and when
 * @param bytes how many
 */
public record TrafficRow(Cell cell, Traffic bytes) {

    /**
     * What bytes are counted for. Ordered by hour, then key.
     *
     * @param key the core's e-mail, {@code <account key>.<inbound key>}, or an {@link OutboundKey}
     * @param hour hours since the Unix epoch, by the controller's clock
     */
    public record Cell(int hour, String key) implements Comparable<Cell> {

        @Override
        public int compareTo(Cell other) {
            int byHour = Integer.compare(hour, other.hour);
            return byHour != 0 ? byHour : key.compareTo(other.key);
        }
    }
}
