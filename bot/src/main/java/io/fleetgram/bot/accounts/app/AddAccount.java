package io.fleetgram.bot.accounts.app;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds an account that may use every enabled inbound. */
@Component
public final class AddAccount {

    private final DesiredState desiredState;
    private final Accounts accounts;
    private final Inbounds inbounds;
    private final Audit audit;
    private final RandomKeys random;
    private final InstantSource time;

    public AddAccount(
            DesiredState desiredState,
            Accounts accounts,
            Inbounds inbounds,
            Audit audit,
            RandomKeys random,
            InstantSource time) {
        this.desiredState = desiredState;
        this.accounts = accounts;
        this.inbounds = inbounds;
        this.audit = audit;
        this.random = random;
        this.time = time;
    }

    /** How an addition ended. */
    public sealed interface Outcome {
        record Added(AccountKey key) implements Outcome {}

        record NameTaken(AccountKey by) implements Outcome {}
    }

    public Outcome add(AuditEntry.Actor actor, AccountName name) {
        return desiredState.change(touched -> {
            var namesake = accounts.named(name.text());
            if (namesake.isPresent()) {
                return new Outcome.NameTaken(namesake.get().key());
            }
            var key = new AccountKey(random.key());
            var usable = inbounds.all().stream()
                    .filter(Inbound::enabled)
                    .map(Inbound::key)
                    .toList();
            var credentials = UnusedCredentials.from(random, accounts);
            accounts.add(key, name, credentials, SubscriptionToken.random(random), usable, time.instant());
            usable.forEach(inbound -> touched.add(new ChangeRow.Account(key.text(), inbound.text(), Optional.empty())));
            audit.write(AccountAudit.created(actor, key, name));
            return new Outcome.Added(key);
        });
    }
}
