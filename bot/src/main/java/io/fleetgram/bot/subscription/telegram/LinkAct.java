package io.fleetgram.bot.subscription.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;

/** What sends an account's link in some form: a message of its own, with the account's card below it. */
abstract sealed class LinkAct implements Act permits SendLink, SendQrPicture {

    private final Accounts accounts;
    private final SubscriptionLinks links;

    LinkAct(Accounts accounts, SubscriptionLinks links) {
        this.accounts = accounts;
        this.links = links;
    }

    /** Who has the link has the account, so it takes the right to change accounts. */
    @Override
    public final Capability needs() {
        return Capability.MANAGE_ACCOUNTS;
    }

    @Override
    public final Reply perform(Request request) {
        var key = new AccountKey(request.argument(0));
        return accounts.find(key)
                .<Reply>flatMap(account -> accounts.token(key)
                        .map(token ->
                                new Reply.Secret(view(request, account, links.of(token)), Address.of("account", key))))
                .orElseGet(() -> new Reply.Refused(request.texts().plain("subscription.gone"), Address.of("accounts")));
    }

    abstract View view(Request request, Account account, String link);
}
