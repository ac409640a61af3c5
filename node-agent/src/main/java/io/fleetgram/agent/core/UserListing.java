package io.fleetgram.agent.core;

import java.util.Map;

/** The users that a core says it has on one inbound. */
public sealed interface UserListing {

    /**
     * All users of one inbound.
     *
     * @param accounts by e-mail
     * @param foreign how many there are besides, of a kind that the agent never makes
     */
    record Users(Map<String, Account> accounts, int foreign) implements UserListing {
        public Users {
            accounts = Map.copyOf(accounts);
        }
    }

    /** This core has no such call, today or ever. */
    record CannotList() implements UserListing {}

    /** The core knows no inbound of this tag, or one without users. */
    record NoSuchInbound(String reason) implements UserListing {}

    /** No answer within the deadline. */
    record Unreachable(String reason) implements UserListing {}
}
