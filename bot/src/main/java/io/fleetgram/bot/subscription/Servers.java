package io.fleetgram.bot.subscription;

import io.fleetgram.bot.accounts.AccountKey;
import java.util.List;

/** Finds the servers that an account may use. */
public interface Servers {

    /**
     * Returns every inbound of the account on every joined node that offers it, whose core can run it, and that has not
     * failed to bring it up; in the order of the fleet. Nodes that are offline are left out, unless all are.
     */
    List<Server> of(AccountKey account);
}
