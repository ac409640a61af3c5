package io.fleetgram.bot.security;

/**
 * Encrypts secrets for the database with the master key.
 *
 * <p>The purpose (such as {@code "account.password"}) is bound to the sealed bytes: what was sealed for one purpose does
 * not open for another.
 */
public interface Sealer {

    byte[] seal(String purpose, byte[] secret);

    /**
     * Returns the secret again.
     *
     * @throws IllegalStateException if the bytes were changed, sealed for another purpose, or with an unknown key
     */
    byte[] open(String purpose, byte[] sealed);
}
