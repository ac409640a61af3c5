package io.fleetgram.bot.traffic;

import java.util.List;
import java.util.TreeMap;

/**
 * Bytes that left a node through one outbound of its core within one hour.
 *
 * @param tag the core's name for it, in printable ASCII
 * @param uplink sent out
 * @param downlink received
 */
public record OutboundCell(int hour, String tag, long uplink, long downlink) {

    private record Key(int hour, String tag) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byHour = Integer.compare(hour, other.hour);
            return byHour != 0 ? byHour : tag.compareTo(other.tag);
        }
    }

    /** Adds up rows of equal hour and tag; the result is in that order. What cannot be true counts as {@link Booking#PLAUSIBLE}. */
    public static List<OutboundCell> of(List<SealedBatch.OutboundRow> rows, Booking.Hours hours) {
        var cells = new TreeMap<Key, OutboundCell>();
        for (var row : rows) {
            var key = new Key(hours.clamp(row.hour()), Booking.printable(row.tag()));
            cells.merge(
                    key,
                    new OutboundCell(
                            key.hour(), key.tag(), Booking.capped(row.uplink()), Booking.capped(row.downlink())),
                    OutboundCell::plus);
        }
        return List.copyOf(cells.values());
    }

    private OutboundCell plus(OutboundCell other) {
        return new OutboundCell(
                hour, tag, Booking.capped(uplink + other.uplink), Booking.capped(downlink + other.downlink));
    }
}
