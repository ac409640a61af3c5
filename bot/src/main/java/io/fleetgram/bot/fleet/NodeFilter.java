package io.fleetgram.bot.fleet;

import java.util.Optional;

/**
 * Which nodes a list shows.
 *
 * @param text part of a name or address, in any case
 */
public record NodeFilter(Optional<NodeCondition> condition, Optional<String> tag, Optional<String> text) {

    public static final NodeFilter ALL = new NodeFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public NodeFilter withCondition(Optional<NodeCondition> other) {
        return new NodeFilter(other, tag, text);
    }

    public NodeFilter withTag(Optional<String> other) {
        return new NodeFilter(condition, other, text);
    }

    public NodeFilter withText(Optional<String> other) {
        return new NodeFilter(condition, tag, other);
    }
}
