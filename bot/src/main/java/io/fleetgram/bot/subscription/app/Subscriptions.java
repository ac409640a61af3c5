package io.fleetgram.bot.subscription.app;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.subscription.Servers;
import io.fleetgram.bot.subscription.ShareLink;
import io.fleetgram.bot.subscription.Subscription;
import io.fleetgram.bot.traffic.Usage;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds what the owner of a token may use. */
@Component
public final class Subscriptions {

    static final String SUSPENDED = "Suspended: ask whoever gave you this link";
    static final String NO_SERVER = "No server yet: try again later";

    private final Accounts accounts;
    private final Servers servers;
    private final Usage usage;

    public Subscriptions(Accounts accounts, Servers servers, Usage usage) {
        this.accounts = accounts;
        this.servers = servers;
        this.usage = usage;
    }

    /** Returns empty for a token that is unknown, was rotated away, or belongs to a deleted account. */
    public Optional<Subscription> find(SubscriptionToken token) {
        return accounts.of(token).map(account -> {
            var used = usage.of(account.key()).total();
            return new Subscription(links(account), used.uplink(), used.downlink());
        });
    }

    private List<String> links(Account account) {
        return switch (account.status()) {
            case ACTIVE -> orSaying(NO_SERVER, serverLinks(account));
            case SUSPENDED -> List.of(ShareLink.saying(SUSPENDED));
            case DELETED -> throw new IllegalStateException("a deleted account has no link: " + account.key());
        };
    }

    private List<String> serverLinks(Account account) {
        return accounts.credentials(account.key()).stream()
                .flatMap(credentials ->
                        servers.of(account.key()).stream().map(server -> ShareLink.of(server, credentials.uuid())))
                .toList();
    }

    private static List<String> orSaying(String why, List<String> links) {
        return links.isEmpty() ? List.of(ShareLink.saying(why)) : links;
    }
}
