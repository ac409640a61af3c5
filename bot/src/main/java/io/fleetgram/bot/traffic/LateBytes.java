package io.fleetgram.bot.traffic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bytes of an account from an hour before its present term began: they belong to the term in which that hour lies. */
public record LateBytes(long account, int hour, long uplink, long downlink) {

    private record Key(long account, int hour) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byAccount = Long.compare(account, other.account);
            return byAccount != 0 ? byAccount : Integer.compare(hour, other.hour);
        }
    }

    /**
     * Finds them among what is booked, in the order of accounts and hours.
     *
     * @param termStarts the hour in which the present term of an account began; an account that is not named has no earlier one
     */
    public static List<LateBytes> among(List<Booking.Cell> cells, Map<Long, Integer> termStarts) {
        var late = new TreeMap<Key, LateBytes>();
        for (var cell : cells) {
            long account = cell.owner().account();
            if (cell.hour() < termStarts.getOrDefault(account, 0)) {
                late.merge(
                        new Key(account, cell.hour()),
                        new LateBytes(account, cell.hour(), cell.uplink(), cell.downlink()),
                        (one, other) -> new LateBytes(
                                account, one.hour(), one.uplink() + other.uplink(), one.downlink() + other.downlink()));
            }
        }
        return List.copyOf(late.values());
    }
}
