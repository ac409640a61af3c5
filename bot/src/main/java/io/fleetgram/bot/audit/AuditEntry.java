package io.fleetgram.bot.audit;

import java.util.Optional;

/**
 * One change, as it is remembered.
 *
 * @param action such as {@code account.create}
 * @param subject kind and key of the thing changed, such as {@code account:k3x…}
 * @param before JSON without secrets; empty for something new
 * @param after JSON without secrets; empty for something gone
 */
public record AuditEntry(Actor actor, String action, String subject, Optional<String> before, Optional<String> after) {

    /** Who did it. */
    public sealed interface Actor {
        record OperatorActor(long telegramUserId, long chatId) implements Actor {}

        record UserActor(long telegramUserId) implements Actor {}

        /** A job or a rule of the controller. */
        record SystemActor(String what) implements Actor {}

        record NodeActor(String nodeKey) implements Actor {}

        record CommandLineActor(String systemUser) implements Actor {}
    }
}
