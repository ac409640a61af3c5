package io.fleetgram.bot.fleet;

/** Makes join commands. */
public interface JoinCommands {

    /**
     * Returns a command with a new token. Tokens that were issued for the node before stay good until their own end, so
     * that a command that is being pasted is not cut off.
     *
     * @throws IllegalArgumentException if there is no such node
     */
    JoinCommand issue(NodeKey node);
}
