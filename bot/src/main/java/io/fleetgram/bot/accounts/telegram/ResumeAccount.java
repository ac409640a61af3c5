package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.telegram.Request;
import org.springframework.stereotype.Component;

/** Lets a suspended account in again; asks nothing, for it takes nothing away. */
@Component
final class ResumeAccount extends AccountAct {

    private final ChangeAccount change;

    ResumeAccount(ChangeAccount change, Accounts accounts, Nodes nodes) {
        super(accounts, nodes);
        this.change = change;
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    boolean asks(Account account) {
        return false;
    }

    @Override
    ChangeAccount.Outcome change(Request request, AccountKey key) {
        return change.move(request.actor(), key, Trigger.RESUME);
    }
}
