package io.fleetgram.bot.fleet;

import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.BEGIN;
import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.CANCEL;
import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.FAIL;
import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.LOSE;
import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.SUCCEED;
import static io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger.TIME_OUT;
import static io.fleetgram.bot.fleet.NodeCommandState.CANCELLED;
import static io.fleetgram.bot.fleet.NodeCommandState.DONE;
import static io.fleetgram.bot.fleet.NodeCommandState.EXPIRED;
import static io.fleetgram.bot.fleet.NodeCommandState.FAILED;
import static io.fleetgram.bot.fleet.NodeCommandState.PENDING;
import static io.fleetgram.bot.fleet.NodeCommandState.RUNNING;
import static io.fleetgram.bot.fleet.NodeCommandState.UNKNOWN;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every legal move of a command, in one table. */
public final class NodeCommandLifecycle {

    /** What moves a command. */
    public enum Trigger {
        /** The node has it on its disk and asks to begin. */
        BEGIN,
        SUCCEED,
        FAIL,
        /** The node says that it had begun and cannot tell how it ended. */
        LOSE,
        /** An operator takes it back. */
        CANCEL,
        /** Its time is over: that to begin, or that to be heard of again. */
        TIME_OUT
    }

    /** One row of the table: where a move starts and what causes it. */
    public record Move(NodeCommandState from, Trigger on) {}

    private static final Map<Move, NodeCommandState> TABLE = table();

    private NodeCommandLifecycle() {}

    /** Returns where the trigger leads; empty when nothing may happen. */
    public static Optional<NodeCommandState> after(NodeCommandState from, Trigger on) {
        return Optional.ofNullable(TABLE.get(new Move(from, on)));
    }

    static Map<Move, NodeCommandState> moves() {
        return TABLE;
    }

    private static Map<Move, NodeCommandState> table() {
        var table = new LinkedHashMap<Move, NodeCommandState>();
        table.put(new Move(PENDING, BEGIN), RUNNING);
        table.put(new Move(PENDING, CANCEL), CANCELLED);
        table.put(new Move(PENDING, TIME_OUT), EXPIRED);
        // A database put back from a copy may know less than the node.
        table.put(new Move(PENDING, SUCCEED), DONE);
        table.put(new Move(PENDING, FAIL), FAILED);
        table.put(new Move(PENDING, LOSE), UNKNOWN);
        table.put(new Move(RUNNING, SUCCEED), DONE);
        table.put(new Move(RUNNING, FAIL), FAILED);
        table.put(new Move(RUNNING, LOSE), UNKNOWN);
        table.put(new Move(RUNNING, TIME_OUT), UNKNOWN);
        // A node that was away for long says at last how it ended.
        table.put(new Move(UNKNOWN, SUCCEED), DONE);
        table.put(new Move(UNKNOWN, FAIL), FAILED);
        return Collections.unmodifiableMap(table);
    }
}
