package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Request;
import org.springframework.stereotype.Component;

/** Deletes an account for good; its traffic stays counted. */
@Component
final class DeleteAccount extends AccountAct {

    private final ChangeAccount change;

    DeleteAccount(ChangeAccount change, Accounts accounts, Nodes nodes) {
        super(accounts, nodes);
        this.change = change;
    }

    @Override
    public String name() {
        return "accountdelete";
    }

    @Override
    boolean asks(Account account) {
        return AccountLifecycle.after(account.status(), Trigger.DELETE).isPresent();
    }

    @Override
    ChangeAccount.Outcome change(Request request, AccountKey key) {
        return change.move(request.actor(), key, Trigger.DELETE);
    }

    @Override
    Address after(AccountKey key) {
        return AccountPlaces.LIST;
    }
}
