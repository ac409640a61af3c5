package io.fleetgram.bot.accounts.jdbc;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.platform.DatabaseTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Reads rows of {@code account}. */
final class AccountRow {

    private AccountRow() {}

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getLong("id"),
                new AccountKey(row.getString("account_key")),
                new AccountName(row.getString("name")),
                AccountStatus.valueOf(row.getString("status")),
                DatabaseTime.toInstant(row.getObject("created_at", LocalDateTime.class)),
                row.getLong("row_version"));
    }
}
