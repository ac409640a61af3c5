package io.fleetgram.bot.platform.jdbc;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.platform.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leases in {@code process_lease}. Every claim writes the row it locks, so it holds on a cluster too. */
public final class JdbcLeases implements Leases {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final ProcessName holder;

    public JdbcLeases(JdbcClient jdbc, Transactions transactions, ProcessName holder) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.holder = holder;
    }

    @Override
    public Optional<Lease> take(String name, Duration term) {
        return transactions.write(() -> {
            jdbc.sql("""
                    INSERT IGNORE INTO process_lease (name, number, holder, until)
                    VALUES (:name, 0, '', '2000-01-01')""").param("name", name).update();
            int taken = jdbc.sql("""
                    UPDATE process_lease SET number = number + 1, holder = :holder,
                        until = UTC_TIMESTAMP(3) + INTERVAL :term MICROSECOND
                    WHERE name = :name AND until <= UTC_TIMESTAMP(3)""")
                    .param("name", name)
                    .param("holder", holder.text())
                    .param("term", micros(term))
                    .update();
            return taken == 0 ? Optional.empty() : Optional.of(new Lease(name, number(name)));
        });
    }

    @Override
    public boolean renew(Lease lease, Duration term) {
        return transactions.write(() -> jdbc.sql("""
                        UPDATE process_lease
                        SET until = UTC_TIMESTAMP(3) + INTERVAL :term MICROSECOND, writes = writes + 1
                        WHERE name = :name AND number = :number""")
                        .param("name", lease.name())
                        .param("number", lease.number())
                        .param("term", micros(term))
                        .update()
                == 1);
    }

    @Override
    public void release(Lease lease) {
        transactions.run(() -> jdbc.sql("""
                        UPDATE process_lease SET until = UTC_TIMESTAMP(3), writes = writes + 1
                        WHERE name = :name AND number = :number""")
                .param("name", lease.name())
                .param("number", lease.number())
                .update());
    }

    @Override
    public void fence(Lease lease) {
        int written = jdbc.sql("UPDATE process_lease SET writes = writes + 1 WHERE name = :name AND number = :number")
                .param("name", lease.name())
                .param("number", lease.number())
                .update();
        if (written == 0) {
            throw new Lease.Lost(lease);
        }
    }

    private long number(String name) {
        return jdbc.sql("SELECT number FROM process_lease WHERE name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private static long micros(Duration term) {
        return term.toMillis() * 1000;
    }
}
