package io.fleetgram.bot.traffic;

import io.fleetgram.bot.accounts.AccountKey;
import java.time.Instant;
import java.util.List;

/** The terms of accounts, as they are kept. Deleted accounts keep theirs. */
public interface Terms {

    /** Returns {@link Term#FIRST} for an account without traffic. */
    Term present(AccountKey account);

    /** Returns the terms that are over, the latest first. */
    List<Term> past(AccountKey account);

    /**
     * Ends the present term and begins the next with the hour of this instant, or with the hour of the present one's begin if
     * that is later: the clock may have been set back. What is booked from now on for that hour and later is the new term's,
     * what is booked for earlier hours stays with the terms of those hours. Call it inside a write transaction.
     *
     * @return the term that ended
     */
    Term startNext(AccountKey account, Instant at);
}
