package io.fleetgram.bot.accounts;

/**
 * Names an account for ever, in traffic too; the first half of the core's e-mail of its users.
 *
 * @param text random lower-case letters and digits, never used again
 */
public record AccountKey(String text) {

    @Override
    public String toString() {
        return text;
    }
}
