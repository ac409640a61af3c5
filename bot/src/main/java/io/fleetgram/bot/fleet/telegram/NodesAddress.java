package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.telegram.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments of the list of nodes.
 *
 * @param page from 0
 * @param text what was searched for
 */
record NodesAddress(int page, Optional<NodeCondition> condition, Optional<String> text) {

    /** Conditions in the order in which the filter's button goes through them. */
    private static final List<NodeCondition> CONDITIONS = List.of(
            NodeCondition.ONLINE,
            NodeCondition.DEGRADED,
            NodeCondition.OFFLINE,
            NodeCondition.PENDING,
            NodeCondition.DRAINING,
            NodeCondition.DISABLED);

    /** What is left of 64 bytes when name, page and the longest condition have theirs. */
    private static final int BYTES_FOR_TEXT = 40;

    static NodesAddress of(Address address) {
        var condition = Arrays.stream(NodeCondition.values())
                .filter(each -> letters(each).equals(address.argument(1)))
                .findFirst();
        return new NodesAddress(
                address.number(0), condition, Optional.of(address.argument(2)).filter(text -> !text.isEmpty()));
    }

    Address address() {
        return Address.of(
                NodesScreen.NAME,
                page,
                condition.map(NodesAddress::letters).orElse(""),
                text.map(words -> Address.argumentOf(words, BYTES_FOR_TEXT)).orElse(""));
    }

    NodesAddress onPage(int other) {
        return new NodesAddress(other, condition, text);
    }

    /** Returns the list with the condition that the filter's button leads to; after the last comes no condition. */
    NodesAddress withNextCondition() {
        int next = condition.map(CONDITIONS::indexOf).orElse(-1) + 1;
        return new NodesAddress(
                0, next < CONDITIONS.size() ? Optional.of(CONDITIONS.get(next)) : Optional.empty(), text);
    }

    boolean filters() {
        return condition.isPresent() || text.isPresent();
    }

    private static String letters(NodeCondition condition) {
        return condition.name().toLowerCase(Locale.ROOT);
    }
}
