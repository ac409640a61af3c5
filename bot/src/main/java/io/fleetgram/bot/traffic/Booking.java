package io.fleetgram.bot.traffic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A batch as it is written: rows of equal keys added up, in the order of their keys, so that two batches never wait for
 * each other in a circle.
 *
 * @param lastHour the latest hour that something is booked in
 */
public record Booking(List<Cell> cells, List<Usage> usage, List<Unclaimed> unclaimed, int lastHour) {

    /**
     * The most that one row may hold, 1 PiB: more than any machine moves in an hour. Such a row is a fault of the core or
     * the agent; it is kept on the node and billed to nobody.
     */
    static final long PLAUSIBLE = 1L << 50;

    private static final int LONGEST_KEY = 100;

    /** The rows that a user's key leads to. Deleted accounts and inbounds keep theirs. */
    public record Owner(long account, long inbound) {}

    /** The hours that may be booked in, both included. */
    public record Hours(int from, int to) {
        int clamp(int hour) {
            return Math.max(from, Math.min(to, hour));
        }
    }

    /** Bytes of an account on an inbound within one hour. */
    public record Cell(int hour, Owner owner, long uplink, long downlink) {}

    /** Bytes of an account. */
    public record Usage(long account, int lastHour, long uplink, long downlink) {}

    /** Bytes under a key that nobody ever had. */
    public record Unclaimed(int hour, String userKey, long uplink, long downlink) {}

    private record CellKey(int hour, Owner owner) implements Comparable<CellKey> {
        @Override
        public int compareTo(CellKey other) {
            int byHour = Integer.compare(hour, other.hour);
            int byAccount = Long.compare(owner.account(), other.owner.account());
            return byHour != 0
                    ? byHour
                    : byAccount != 0 ? byAccount : Long.compare(owner.inbound(), other.owner.inbound());
        }
    }

    private record UnclaimedKey(int hour, String userKey) implements Comparable<UnclaimedKey> {
        @Override
        public int compareTo(UnclaimedKey other) {
            int byHour = Integer.compare(hour, other.hour);
            return byHour != 0 ? byHour : userKey.compareTo(other.userKey);
        }
    }

    public Booking {
        cells = List.copyOf(cells);
        usage = List.copyOf(usage);
        unclaimed = List.copyOf(unclaimed);
    }

    /** Decides where every byte of a batch goes. Nothing is dropped. */
    public static Booking of(List<SealedBatch.Row> rows, Map<String, Owner> owners, Hours hours) {
        var cells = new TreeMap<CellKey, Cell>();
        var usage = new TreeMap<Long, Usage>();
        var unclaimed = new TreeMap<UnclaimedKey, Unclaimed>();
        int lastHour = hours.from();
        for (var row : rows) {
            int hour = hours.clamp(row.hour());
            lastHour = Math.max(lastHour, hour);
            var owner = owners.get(row.userKey());
            if (owner == null || !isPlausible(row)) {
                add(unclaimed, hour, row);
            } else {
                add(cells, hour, owner, row);
                usage.merge(
                        owner.account(),
                        new Usage(owner.account(), hour, row.uplink(), row.downlink()),
                        (one, other) -> new Usage(
                                one.account(),
                                Math.max(one.lastHour(), other.lastHour()),
                                one.uplink() + other.uplink(),
                                one.downlink() + other.downlink()));
            }
        }
        return new Booking(
                List.copyOf(cells.values()), List.copyOf(usage.values()), List.copyOf(unclaimed.values()), lastHour);
    }

    private static void add(Map<CellKey, Cell> cells, int hour, Owner owner, SealedBatch.Row row) {
        cells.merge(
                new CellKey(hour, owner),
                new Cell(hour, owner, row.uplink(), row.downlink()),
                (one, other) ->
                        new Cell(hour, owner, one.uplink() + other.uplink(), one.downlink() + other.downlink()));
    }

    private static void add(Map<UnclaimedKey, Unclaimed> unclaimed, int hour, SealedBatch.Row row) {
        var key = printable(row.userKey());
        unclaimed.merge(
                new UnclaimedKey(hour, key),
                new Unclaimed(hour, key, capped(row.uplink()), capped(row.downlink())),
                (one, other) -> new Unclaimed(
                        hour, key, capped(one.uplink() + other.uplink()), capped(one.downlink() + other.downlink())));
    }

    private static boolean isPlausible(SealedBatch.Row row) {
        return row.uplink() == capped(row.uplink()) && row.downlink() == capped(row.downlink());
    }

    static long capped(long unsigned) {
        return unsigned < 0 || unsigned > PLAUSIBLE ? PLAUSIBLE : unsigned;
    }

    static String printable(String key) {
        var ascii = key.replaceAll("[^\\x21-\\x7e]", "?");
        return ascii.substring(0, Math.min(ascii.length(), LONGEST_KEY));
    }
}
