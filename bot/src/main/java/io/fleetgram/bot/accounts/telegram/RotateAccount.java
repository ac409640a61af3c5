package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.telegram.Request;
import org.springframework.stereotype.Component;

/** Gives an account a new link and new credentials; the old ones die at once. */
@Component
final class RotateAccount extends AccountAct {

    private final ChangeAccount change;

    RotateAccount(ChangeAccount change, Accounts accounts, Nodes nodes) {
        super(accounts, nodes);
        this.change = change;
    }

    @Override
    public String name() {
        return "rotate";
    }

    @Override
    boolean asks(Account account) {
        return true;
    }

    @Override
    ChangeAccount.Outcome change(Request request, AccountKey key) {
        return change.rotate(request.actor(), key);
    }
}
