package io.fleetgram.bot.platform;

import java.util.random.RandomGenerator;

/**
 * Makes the random names that nodes, inbounds, accounts and tokens live under.
 *
 * <p>Production hands in a {@link java.security.SecureRandom}; tests hand in a seeded generator.
 */
public final class RandomKeys {

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private final RandomGenerator random;

    public RandomKeys(RandomGenerator random) {
        this.random = random;
    }

    /** Returns 12 characters (60 bits): lower-case letters and digits without look-alikes. */
    public String key() {
        return text(12);
    }

    /** Returns 32 characters (160 bits) for a secret that a person or a program shows once or keeps. */
    public String token() {
        return text(32);
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text(int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
