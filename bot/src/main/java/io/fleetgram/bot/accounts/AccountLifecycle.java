package io.fleetgram.bot.accounts;

import static io.fleetgram.bot.accounts.AccountStatus.ACTIVE;
import static io.fleetgram.bot.accounts.AccountStatus.DELETED;
import static io.fleetgram.bot.accounts.AccountStatus.SUSPENDED;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Every legal move of an account, in one table. */
public final class AccountLifecycle {

    /** What moves an account. */
    public enum Trigger {
        SUSPEND,
        RESUME,
        DELETE
    }

    /** One row of the table: where a move starts and what causes it. */
    public record Move(AccountStatus from, Trigger on) {}

    private static final Map<Move, AccountStatus> TABLE = table();

    private AccountLifecycle() {}

    /** Returns where the trigger leads; empty when nothing may happen. */
    public static Optional<AccountStatus> after(AccountStatus from, Trigger on) {
        return Optional.ofNullable(TABLE.get(new Move(from, on)));
    }

    static Map<Move, AccountStatus> moves() {
        return TABLE;
    }

    private static Map<Move, AccountStatus> table() {
        var table = new LinkedHashMap<Move, AccountStatus>();
        table.put(new Move(ACTIVE, Trigger.SUSPEND), SUSPENDED);
        table.put(new Move(SUSPENDED, Trigger.RESUME), ACTIVE);
        table.put(new Move(ACTIVE, Trigger.DELETE), DELETED);
        table.put(new Move(SUSPENDED, Trigger.DELETE), DELETED);
        return Collections.unmodifiableMap(table);
    }
}
