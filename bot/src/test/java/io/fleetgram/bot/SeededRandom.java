package io.fleetgram.bot;

import io.fleetgram.bot.platform.RandomKeys;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Randomness that a test can repeat. */
public final class SeededRandom {

    private SeededRandom() {}

    public static RandomGenerator of(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    public static RandomKeys keys(long seed) {
        return new RandomKeys(of(seed));
    }
}
