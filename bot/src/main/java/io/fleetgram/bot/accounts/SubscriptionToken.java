package io.fleetgram.bot.accounts;

import io.fleetgram.bot.platform.RandomKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The secret in an account's subscription link: who has it has the account.
 *
 * @param text 32 lower-case letters and digits (160 bits)
 */
public record SubscriptionToken(String text) {

    public static SubscriptionToken random(RandomKeys random) {
        return new SubscriptionToken(random.token());
    }

    /** Returns the SHA-256 by which the account is found. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return "SubscriptionToken[…]";
    }
}
