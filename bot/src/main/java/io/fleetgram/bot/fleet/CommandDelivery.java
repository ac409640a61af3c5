package io.fleetgram.bot.fleet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The way of commands to their nodes and of words about them back; for whoever speaks with nodes. */
public interface CommandDelivery {

    /** Returns the keys of the commands that wait for their node, by node. */
    Map<NodeKey, Set<CommandKey>> waiting();

    /** Returns the commands to give to a node now: those that it has not asked to begin yet. */
    List<NodeCommand> handOut(NodeKey node);

    /**
     * Takes a word of a node about a command. The same word again changes nothing.
     *
     * @return whether the command may begin, if that was asked
     */
    boolean take(NodeKey node, CommandKey command, NodeCommandWord word);
}
