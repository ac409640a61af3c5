package io.fleetgram.agent.controller;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/**
 * Numbers the batches of one start of the agent apart from those of every other: 128 random bits.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record Epoch(long high, long low) {

    public static final int BYTES = 16;

    public static Epoch random(RandomGenerator random) {
        return new Epoch(random.nextLong(), random.nextLong());
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException if there are not 16 bytes
     */
    public static Epoch of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("an epoch has 16 bytes, not " + bytes.length);
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new Epoch(buffer.getLong(), buffer.getLong());
    }

    /** Returns 16 bytes, big endian. */
    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
