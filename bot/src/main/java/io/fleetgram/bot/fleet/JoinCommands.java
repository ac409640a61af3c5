package io.fleetgram.bot.fleet;

import io.fleetgram.bot.security.CredentialKind;
import java.util.Set;

/** Makes join commands. */
public interface JoinCommands {

    /** Returns the kinds of credential for which an address is set under which machines reach a controller. */
    Set<CredentialKind> kinds();

    /** Returns a command as the other one does, of the first kind that there is: the straight way rather than a proxy. */
    default JoinCommand issue(NodeKey node) {
        return issue(node, kinds().stream().findFirst().orElse(CredentialKind.CERTIFICATE));
    }

    /**
     * Returns a command with a new token. Tokens that were issued for the node before stay good until their own end, so
     * that a command that is being pasted is not cut off.
     *
     * @param kind what the machine will prove itself with: by a token, it comes through a proxy
     * @throws IllegalArgumentException if there is no such node
     * @throws IllegalStateException if no address is set under which machines of this kind reach a controller
     */
    JoinCommand issue(NodeKey node, CredentialKind kind);
}
