package io.fleetgram.demo.books;

/** Bytes from the client and to it. */
public record Amount(long uplink, long downlink) {

    public static final Amount NONE = new Amount(0, 0);

    public Amount plus(Amount other) {
        return new Amount(uplink + other.uplink, downlink + other.downlink);
    }

    public Amount minus(Amount other) {
        return new Amount(uplink - other.uplink, downlink - other.downlink);
    }

    /** Says whether neither direction is more than the other amount's. */
    public boolean isWithin(Amount other) {
        return uplink <= other.uplink && downlink <= other.downlink;
    }
}
