package io.fleetgram.bot.telegram.app;

import java.time.Instant;
import java.util.Optional;

/**
 * What the bot knows of a chat.
 *
 * @param personId the one person of a private chat
 * @param screenMessage the message that is edited in place
 * @param screenAddress the address that this message shows; empty if it has none
 * @param strangerToldAt when a person without rights was last answered here
 */
public record Chat(
        long id,
        Optional<Long> personId,
        Optional<String> language,
        Optional<String> zone,
        Optional<Long> screenMessage,
        String screenAddress,
        boolean screenHasPicture,
        Optional<Instant> deadSince,
        Optional<Instant> strangerToldAt) {

    public static Chat unseen(long id) {
        return new Chat(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                false,
                Optional.empty(),
                Optional.empty());
    }
}
