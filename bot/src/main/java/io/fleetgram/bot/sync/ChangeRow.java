package io.fleetgram.bot.sync;

import java.util.Optional;

/**
 * One line of the change log: what a version touched, and whom it concerns.
 *
 * <p>A row names what changed, not what it changed to; a delta carries the present state of every touched key.
 */
public sealed interface ChangeRow {

    /** The account's entry on one inbound; {@code node} empty means every node that offers the inbound. */
    record Account(String accountKey, String inboundKey, Optional<String> node) implements ChangeRow {}

    /** An inbound's definition, for every node that offers it. */
    record Inbound(String inboundKey) implements ChangeRow {}

    /** Settings of one node. */
    record Node(String nodeKey) implements ChangeRow {}

    /** What the node offers changed, so it needs a snapshot. */
    record ResyncNode(String nodeKey) implements ChangeRow {}

    /** The node was deleted: its polls end with NODE_REMOVED. */
    record NodeRemoved(String nodeKey) implements ChangeRow {}

    /** A certificate was revoked: calls made with it are cut on every controller. */
    record Certificate(String serial, String nodeKey) implements ChangeRow {}
}
