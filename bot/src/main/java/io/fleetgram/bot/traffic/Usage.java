package io.fleetgram.bot.traffic;

import io.fleetgram.bot.accounts.AccountKey;
import java.time.Instant;
import java.util.List;

/** Reads how much was used. */
public interface Usage {

    /** Returns {@link AccountUsage#NONE} for an account without traffic. */
    AccountUsage of(AccountKey account);

    /** Returns what the account used on each node where it used anything, most first; deleted nodes included. */
    List<NodeUsage> byNode(AccountKey account);

    /** Returns what all accounts used since the begin of the hour of this instant. */
    Amount since(Instant from);
}
