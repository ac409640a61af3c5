package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import java.util.Locale;
import java.util.Optional;

/** What the acts on one account have in common: they ask, do one change, and lead back to the account's card. */
abstract sealed class AccountAct implements Act permits SuspendAccount, ResumeAccount, RotateAccount, DeleteAccount {

    private final Accounts accounts;
    private final Nodes nodes;

    AccountAct(Accounts accounts, Nodes nodes) {
        this.accounts = accounts;
        this.nodes = nodes;
    }

    @Override
    public final Capability needs() {
        return Capability.MANAGE_ACCOUNTS;
    }

    @Override
    public Optional<Confirmation> confirm(Request request) {
        return accounts.find(key(request)).filter(this::asks).map(account -> question(request, account));
    }

    @Override
    public final Reply perform(Request request) {
        var texts = request.texts();
        var key = key(request);
        return switch (change(request, key)) {
            case ChangeAccount.Outcome.Done done ->
                new Reply.ShowWith(after(key), texts.plain("accounts." + name() + ".done", done.name()));
            case ChangeAccount.Outcome.NotNow not ->
                new Reply.Refused(
                        texts.plain("accounts.not-now", not.name(), word(not.status(), request)),
                        AccountPlaces.card(key));
            case ChangeAccount.Outcome.Gone gone -> new Reply.Refused(texts.plain("accounts.gone"), AccountPlaces.LIST);
        };
    }

    /** Returns whether to ask first; what is not asked is done, or says why it cannot be. */
    abstract boolean asks(Account account);

    abstract ChangeAccount.Outcome change(Request request, AccountKey key);

    Address after(AccountKey key) {
        return AccountPlaces.card(key);
    }

    private Confirmation question(Request request, Account account) {
        var texts = request.texts();
        var counts = nodes.counts();
        int serving = counts.of(NodeCondition.ONLINE) + counts.of(NodeCondition.DEGRADED);
        // With one node there is no number to tell, and no word of nodes.
        int told = counts.enabled() == 1 ? 0 : serving;
        return new Confirmation(
                texts.html(
                        "accounts." + name() + ".question",
                        Html.code(account.name().text()),
                        told),
                texts.plain("accounts." + name() + ".yes", account.name()),
                account.rowVersion(),
                AccountPlaces.card(account.key()));
    }

    private static AccountKey key(Request request) {
        return new AccountKey(request.argument(0));
    }

    private static String word(AccountStatus status, Request request) {
        return request.texts().plain("accounts.status." + status.name().toLowerCase(Locale.ROOT));
    }
}
