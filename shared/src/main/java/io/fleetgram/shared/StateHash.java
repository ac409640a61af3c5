package io.fleetgram.shared;

import java.nio.ByteBuffer;

/**
 * A 128-bit number that stands for a set of entries: the sum of their digests mod 2^128.
 *
 * <p>Because it is a sum, one entry's change costs one subtraction and one addition, and the order of entries does not
 * matter.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record StateHash(long high, long low) {

    /** The hash of no entries at all. */
    public static final StateHash EMPTY = new StateHash(0, 0);

    /** Length of {@link #toBytes}. */
    public static final int BYTES = 16;

    public StateHash plus(StateHash other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new StateHash(high + other.high + carry, sum);
    }

    public StateHash minus(StateHash other) {
        long difference = low - other.low;
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new StateHash(high - other.high - borrow, difference);
    }

    /** Returns 16 bytes, big endian. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /**
     * Reads what {@link #toBytes} wrote; no bytes at all mean {@link #EMPTY}.
     *
     * @throws IllegalArgumentException if there are neither 0 nor 16 bytes
     */
    public static StateHash fromBytes(byte[] bytes) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a state hash has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new StateHash(buffer.getLong(), buffer.getLong());
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
