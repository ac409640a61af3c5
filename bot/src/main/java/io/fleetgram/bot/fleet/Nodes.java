package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The nodes of the fleet, as they are kept. */
public interface Nodes {

    /** How an addition ended. */
    sealed interface Addition {
        record Added(Node node) implements Addition {}

        /** Another node, not removed, has this name. */
        record NameTaken(String name) implements Addition {}
    }

    /** How a save ended. */
    sealed interface Save {
        record Saved(Node node) implements Save {}

        /** Someone saved the node since it was read. */
        record Stale() implements Save {}

        record NameTaken(String name) implements Save {}
    }

    /** Adds a pending node. Nodes get to know it only with a desired-state change that names it. */
    Addition add(NodeKey key, NodeProfile profile, Instant at);

    /** Returns the node unless there is none or it was removed. */
    Optional<Node> find(NodeKey key);

    /** Returns the node, also when it was removed. */
    Optional<Node> findEver(NodeKey key);

    /** Returns the node with this name unless it was removed. */
    Optional<Node> findByName(String name);

    Optional<NodeOverview> overview(NodeKey key);

    /**
     * Returns one page in at most two queries.
     *
     * @param offset how many nodes of the filtered list come before the page
     */
    NodePage page(NodeFilter filter, int offset, int limit);

    NodeCounts counts();

    /** Saves profile and state if the row version is still the one that was read. */
    Save save(Node node);

    /** Marks the node removed and gives its name free. */
    Save remove(Node node, Instant at);

    /** Returns the keys of all nodes that are not removed. */
    List<NodeKey> living();

    /** Returns every removed node and when it was removed. */
    Map<NodeKey, Instant> removed();

    /** Returns the entries that the node could not bring into its core, oldest first. */
    List<FailedEntry> failedEntries(NodeKey key, int limit);

    /** Returns what the node had to say, newest first. */
    List<NodeNotice> notices(NodeKey key, int limit);
}
