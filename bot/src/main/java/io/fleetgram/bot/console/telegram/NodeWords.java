package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Locale;

/** How the console names conditions of nodes and their cores. */
final class NodeWords {

    /** The good first, then what needs somebody, then what was meant. */
    static final List<NodeCondition> ORDER = List.of(
            NodeCondition.ONLINE,
            NodeCondition.DEGRADED,
            NodeCondition.OFFLINE,
            NodeCondition.PENDING,
            NodeCondition.DRAINING,
            NodeCondition.DISABLED);

    private NodeWords() {}

    static String word(NodeCondition condition, Texts texts) {
        return texts.plain("console.condition." + condition.name().toLowerCase(Locale.ROOT));
    }

    static String withMark(NodeCondition condition, Texts texts) {
        return condition.mark() + " " + word(condition, texts);
    }

    static String word(CoreFacts.State state, Texts texts) {
        return texts.plain("console.core." + state.name().toLowerCase(Locale.ROOT));
    }
}
