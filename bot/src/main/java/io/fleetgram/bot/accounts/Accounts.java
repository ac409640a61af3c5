package io.fleetgram.bot.accounts;

import io.fleetgram.bot.inbounds.InboundKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts, as the database holds them. Whatever returns an account returns none that is deleted. */
public interface Accounts {

    Optional<Account> find(AccountKey key);

    /** Returns the account with this name, in any case of letters. */
    Optional<Account> named(String name);

    /** Returns the account whose link has this token now. */
    Optional<Account> of(SubscriptionToken token);

    AccountPage page(AccountFilter filter, int offset, int limit);

    AccountCounts counts();

    /** Returns the inbounds that the account may use. */
    List<InboundKey> inbounds(AccountKey key);

    /** Returns the token in the account's link. */
    Optional<SubscriptionToken> token(AccountKey key);

    /** Returns the credentials that its clients use. */
    Optional<Credentials> credentials(AccountKey key);

    /** Returns whether any account, deleted ones included, has credentials that a core takes for these. */
    boolean collide(Credentials credentials);

    /** Adds an active account. Call it inside a change of the desired state. */
    void add(
            AccountKey key,
            AccountName name,
            Credentials credentials,
            SubscriptionToken token,
            Collection<InboundKey> inbounds,
            Instant at);

    /** Moves the account to another status. Call it inside a change of the desired state. */
    void move(Account account, AccountStatus to, Instant at);

    /** Puts new secrets in the place of the old. Call it inside a change of the desired state. */
    void replace(Account account, Credentials credentials, SubscriptionToken token);
}
