package io.fleetgram.demo.emulator.chat;

/**
 * A person or the bot.
 *
 * @param lastName empty if there is none
 * @param username without {@code @}; empty if there is none
 * @param language an IETF tag as the person's app reports it, e.g. {@code en}; empty if it reports none
 */
public record User(long id, boolean bot, String firstName, String lastName, String username, String language) {

    /** First and last name. */
    public String name() {
        return (firstName + " " + lastName).strip();
    }
}
