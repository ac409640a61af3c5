package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commands to nodes, as they are kept. */
public interface NodeCommands {

    void add(NodeCommand command);

    Optional<NodeCommand> find(CommandKey key);

    /** Returns the command and holds its row until the open transaction ends. */
    Optional<NodeCommand> lock(CommandKey key);

    /** Writes state, times and result; the file too if there is one. The row must be locked. */
    void save(NodeCommand command, Optional<NodeCommandFile> file);

    Optional<NodeCommandFile> file(CommandKey key);

    /** Returns one page of a node's commands, the newest first. */
    List<NodeCommand> page(NodeKey node, int offset, int limit);

    int count(NodeKey node);

    /** Returns how many commands of a node are pending or running. */
    int open(NodeKey node);

    /** Returns the keys of all pending commands whose time is not over, by node. */
    Map<NodeKey, Set<CommandKey>> pending(Instant now);

    /** Returns the pending commands of one node whose time is not over, oldest first, and counts the handing out. */
    List<NodeCommand> handOut(NodeKey node, Instant now, int limit);

    /** Returns pending commands whose time is over and all that are running, oldest first. */
    List<NodeCommand> toJudge(Instant now, int limit);

    /** Forgets commands that were asked for before a moment; returns how many. */
    int purge(Instant before, int limit);
}
