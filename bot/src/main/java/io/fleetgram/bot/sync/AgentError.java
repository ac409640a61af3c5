package io.fleetgram.bot.sync;

/** Why a call of an agent is refused: the closed list of the protocol, which says what each means to an agent. */
public enum AgentError {
    INTERNAL(
            "A fault of the controller.",
            "Look in the controller's log for the trace id and report what stands there. The agent asks again by itself."),
    UNAVAILABLE(
            "The controller stops, its database is away, or this connection has had its time.",
            "Nothing, if it passes. Else see that MariaDB runs and that the controller reaches it. The agent asks again by"
                    + " itself, at the next controller if there are several."),
    INVALID_REQUEST(
            "A field is missing, too long or out of range, or the call is not one for this node; the sentence says which.",
            "Bring agent and controller to the same release."),
    UNAUTHENTICATED(
            "The call came with no certificate or token of this fleet, or the database does not know the node.",
            "Join the node with a new join command. Behind a proxy, see that it passes the header `authorization` on."),
    CERTIFICATE_EXPIRED(
            "The node's certificate is past its end.",
            "Nothing: the agent renews it by itself. If it does not, compare the clocks of node and controller."),
    CERTIFICATE_REVOKED(
            "The certificate was revoked, or a newer one of the node is in use.",
            "If it was revoked on purpose, nothing. Else join the node again: its disk may have been put back from a copy,"
                    + " or somebody else has its identity."),
    NODE_REMOVED(
            "The node was deleted in the bot.",
            "Nothing: the agent takes all users out, hands over its last traffic and wipes its files."),
    JOIN_TOKEN_REFUSED(
            "The join command is unknown, older than 15 minutes, used by another machine, or for the other way of joining.",
            "Ask the bot for a new join command."),
    RATE_LIMITED(
            "The node asked too often; the answer says when to ask again.",
            "Nothing, if it passes. A node that needs everything anew again and again has a disk that forgets."),
    POLL_REPLACED(
            "A newer poll with the same identity took the place of this one.",
            "Nothing after a lost connection. If it goes on, two agents run with one identity: stop one, and join it as a"
                    + " node of its own."),
    TOKEN_REVOKED(
            "The token was revoked, or a newer one of the node is in use.",
            "If it was revoked on purpose, nothing. Else join the node again: its disk may have been put back from a copy,"
                    + " or somebody else has its identity.");

    private final String meaning;
    private final String remedy;

    AgentError(String meaning, String remedy) {
        this.meaning = meaning;
        this.remedy = remedy;
    }

    public String meaning() {
        return meaning;
    }

    /** Returns what an operator does about it. */
    public String remedy() {
        return remedy;
    }
}
