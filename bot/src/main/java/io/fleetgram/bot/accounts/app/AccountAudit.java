package io.fleetgram.bot.accounts.app;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.audit.AuditEntry;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the audit keeps of an account: everything but its secrets. */
record AccountAudit(String name, AccountStatus status) {

    static AuditEntry created(AuditEntry.Actor actor, AccountKey key, AccountName name) {
        return new AuditEntry(
                actor, "account.create", subject(key), Optional.empty(), json(name, AccountStatus.ACTIVE));
    }

    static AuditEntry moved(AuditEntry.Actor actor, String action, Account account, AccountStatus to) {
        var after = to == AccountStatus.DELETED ? Optional.<String>empty() : json(account.name(), to);
        return new AuditEntry(actor, action, subject(account.key()), json(account.name(), account.status()), after);
    }

    /** Old and new secrets are in neither state; that they changed is what the action says. */
    static AuditEntry rotated(AuditEntry.Actor actor, Account account) {
        var state = json(account.name(), account.status());
        return new AuditEntry(actor, "account.rotate", subject(account.key()), state, state);
    }

    private static String subject(AccountKey key) {
        return "account:" + key;
    }

    private static Optional<String> json(AccountName name, AccountStatus status) {
        return Optional.of(JsonMapper.shared().writeValueAsString(new AccountAudit(name.text(), status)));
    }
}
