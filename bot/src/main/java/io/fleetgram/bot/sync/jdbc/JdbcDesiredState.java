package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.Commits;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes of desired state, one after another through the version row. */
@Repository
final class JdbcDesiredState implements DesiredState {

    static final int MOST_ACCOUNTS = 500;

    private final ChangeLog log;
    private final Transactions transactions;
    private final InstantSource time;
    private final ObjectProvider<Commits> commits;

    JdbcDesiredState(ChangeLog log, Transactions transactions, InstantSource time, ObjectProvider<Commits> commits) {
        this.log = log;
        this.transactions = transactions;
        this.time = time;
        this.commits = commits;
    }

    @Override
    public <T> T change(Function<Touched, T> change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    "a change of desired state inside an open transaction: the version row has to be the first lock");
        }
        return transactions.write(log::lockVersion, version -> {
            var rows = new ArrayList<ChangeRow>();
            T result = change.apply(rows::add);
            if (!rows.isEmpty()) {
                refuseTooMany(rows);
                log.write(version + 1, rows, time.instant());
                transactions.afterCommit(() -> commits.forEach(Commits::changed));
            }
            return result;
        });
    }

    @Override
    public long currentVersion() {
        return log.version();
    }

    private static void refuseTooMany(List<ChangeRow> rows) {
        long accounts = rows.stream()
                .filter(ChangeRow.Account.class::isInstance)
                .map(row -> ((ChangeRow.Account) row).accountKey())
                .distinct()
                .count();
        if (accounts > MOST_ACCOUNTS) {
            throw new IllegalArgumentException(
                    "a change of %d accounts; at most %d go into one version".formatted(accounts, MOST_ACCOUNTS));
        }
    }
}
