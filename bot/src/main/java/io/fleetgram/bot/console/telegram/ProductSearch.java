package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Search;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens what a typed text names outright: a pasted link's account, an account, a node; else lists what comes near. */
@Component
final class ProductSearch implements Search {

    private final Accounts accounts;
    private final Nodes nodes;

    ProductSearch(Accounts accounts, Nodes nodes) {
        this.accounts = accounts;
        this.nodes = nodes;
    }

    @Override
    public Address find(Request request, String text) {
        return account(request, text)
                .map(account -> Places.account(account.key()))
                .or(() -> nodes.findByName(text).map(node -> Places.node(node.key())))
                .orElseGet(() -> FoundScreen.address(text));
    }

    private Optional<Account> account(Request request, String text) {
        if (!request.may(Capability.VIEW_ACCOUNTS)) {
            return Optional.empty();
        }
        return SubscriptionLinks.tokenIn(text).flatMap(accounts::of).or(() -> accounts.named(text));
    }
}
