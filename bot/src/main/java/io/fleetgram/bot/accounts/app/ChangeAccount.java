package io.fleetgram.bot.accounts.app;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Suspends, resumes, deletes accounts, and gives them new secrets. */
@Component
public final class ChangeAccount {

    private final DesiredState desiredState;
    private final Accounts accounts;
    private final Audit audit;
    private final RandomKeys random;
    private final InstantSource time;

    public ChangeAccount(
            DesiredState desiredState, Accounts accounts, Audit audit, RandomKeys random, InstantSource time) {
        this.desiredState = desiredState;
        this.accounts = accounts;
        this.audit = audit;
        this.random = random;
        this.time = time;
    }

    /** How a change ended. */
    public sealed interface Outcome {
        record Done(AccountName name) implements Outcome {}

        /** The account is in a status that this change does not start from. */
        record NotNow(AccountName name, AccountStatus status) implements Outcome {}

        record Gone() implements Outcome {}
    }

    /** Moves the account as the lifecycle allows; its nodes put it in or take it out at once. */
    public Outcome move(AuditEntry.Actor actor, AccountKey key, Trigger trigger) {
        return desiredState.change(touched -> accounts.find(key)
                .<Outcome>map(account -> AccountLifecycle.after(account.status(), trigger)
                        .<Outcome>map(to -> {
                            accounts.move(account, to, time.instant());
                            touch(touched, key);
                            audit.write(AccountAudit.moved(actor, action(trigger), account, to));
                            return new Outcome.Done(account.name());
                        })
                        .orElseGet(() -> new Outcome.NotNow(account.name(), account.status())))
                .orElseGet(Outcome.Gone::new));
    }

    /** Replaces credentials and link; the old ones die at once. */
    public Outcome rotate(AuditEntry.Actor actor, AccountKey key) {
        return desiredState.change(touched -> accounts.find(key)
                .<Outcome>map(account -> {
                    accounts.replace(
                            account, UnusedCredentials.from(random, accounts), SubscriptionToken.random(random));
                    touch(touched, key);
                    audit.write(AccountAudit.rotated(actor, account));
                    return new Outcome.Done(account.name());
                })
                .orElseGet(Outcome.Gone::new));
    }

    private void touch(DesiredState.Touched touched, AccountKey key) {
        for (var inbound : accounts.inbounds(key)) {
            touched.add(new ChangeRow.Account(key.text(), inbound.text(), Optional.empty()));
        }
    }

    private static String action(Trigger trigger) {
        return switch (trigger) {
            case SUSPEND -> "account.suspend";
            case RESUME -> "account.resume";
            case DELETE -> "account.delete";
        };
    }
}
