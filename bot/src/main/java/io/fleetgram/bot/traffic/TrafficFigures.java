package io.fleetgram.bot.traffic;

import java.util.List;

/** Booked bytes, as screens show them. */
public interface TrafficFigures {

    /** Bytes in both directions: {@code uplink} from clients, {@code downlink} to them. */
    record Bytes(long uplink, long downlink) {
        public static final Bytes NONE = new Bytes(0, 0);

        public long sum() {
            return uplink + downlink;
        }

        public Bytes plus(Bytes other) {
            return new Bytes(uplink + other.uplink, downlink + other.downlink);
        }
    }

    /** What an account has used. */
    record AccountTotals(Bytes term, Bytes total) {}

    /** What an account moved through one node, which may have been removed since. */
    record OnNode(String nodeKey, String nodeName, Bytes bytes) {}

    /** What one account moved. */
    record OfAccount(String accountKey, String accountName, Bytes bytes) {}

    /** Hours since the Unix epoch, the first included, the last not. */
    record Hours(int from, int until) {}

    /** Returns no bytes for an account that moved none. */
    AccountTotals totals(String accountKey);

    /** Returns the account's bytes by node as far back as hours are kept, most first. */
    List<OnNode> byNode(String accountKey);

    /** Returns the bytes of the whole fleet. */
    Bytes ofFleet(Hours hours);

    Bytes ofNode(String nodeKey, Hours hours);

    /** Returns the accounts that moved most, most first. */
    List<OfAccount> topAccounts(Hours hours, int limit);
}
