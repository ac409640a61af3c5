package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.telegram.Request;
import org.springframework.stereotype.Component;

/** Stops an account: no node serves it until it is resumed. */
@Component
final class SuspendAccount extends AccountAct {

    private final ChangeAccount change;

    SuspendAccount(ChangeAccount change, Accounts accounts, Nodes nodes) {
        super(accounts, nodes);
        this.change = change;
    }

    @Override
    public String name() {
        return "suspend";
    }

    @Override
    boolean asks(Account account) {
        return AccountLifecycle.after(account.status(), Trigger.SUSPEND).isPresent();
    }

    @Override
    ChangeAccount.Outcome change(Request request, AccountKey key) {
        return change.move(request.actor(), key, Trigger.SUSPEND);
    }
}
