package io.fleetgram.bot.fleet;

import static io.fleetgram.bot.fleet.NodeLifecycle.Trigger.DISABLE;
import static io.fleetgram.bot.fleet.NodeLifecycle.Trigger.DRAIN;
import static io.fleetgram.bot.fleet.NodeLifecycle.Trigger.ENABLE;
import static io.fleetgram.bot.fleet.NodeLifecycle.Trigger.FIRST_REPORT;
import static io.fleetgram.bot.fleet.NodeLifecycle.Trigger.REMOVE;
import static io.fleetgram.bot.fleet.NodeState.DISABLED;
import static io.fleetgram.bot.fleet.NodeState.DRAINING;
import static io.fleetgram.bot.fleet.NodeState.JOINED;
import static io.fleetgram.bot.fleet.NodeState.PENDING;
import static io.fleetgram.bot.fleet.NodeState.REMOVED;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every legal move of a node, in one table. */
public final class NodeLifecycle {

    /** What moves a node. */
    public enum Trigger {
        /** The first status report in which the core answers. */
        FIRST_REPORT,
        DISABLE,
        ENABLE,
        DRAIN,
        REMOVE
    }

    /** One row of the table: where a move starts and what causes it. */
    public record Move(NodeState from, Trigger on) {}

    private static final Map<Move, NodeState> TABLE = table();

    private NodeLifecycle() {}

    /** Returns where the trigger leads; empty when nothing may happen. */
    public static Optional<NodeState> after(NodeState from, Trigger on) {
        return Optional.ofNullable(TABLE.get(new Move(from, on)));
    }

    static Map<Move, NodeState> moves() {
        return TABLE;
    }

    private static Map<Move, NodeState> table() {
        var table = new LinkedHashMap<Move, NodeState>();
        table.put(new Move(PENDING, FIRST_REPORT), JOINED);
        table.put(new Move(JOINED, DISABLE), DISABLED);
        table.put(new Move(DRAINING, DISABLE), DISABLED);
        table.put(new Move(DISABLED, ENABLE), JOINED);
        table.put(new Move(DRAINING, ENABLE), JOINED);
        table.put(new Move(JOINED, DRAIN), DRAINING);
        table.put(new Move(PENDING, REMOVE), REMOVED);
        table.put(new Move(JOINED, REMOVE), REMOVED);
        table.put(new Move(DISABLED, REMOVE), REMOVED);
        table.put(new Move(DRAINING, REMOVE), REMOVED);
        return java.util.Collections.unmodifiableMap(table);
    }
}
