package io.fleetgram.bot.traffic.jdbc;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses to start on a database that may forget what it acknowledged: nodes delete what is acknowledged. */
@Component
final class DurabilityCheck implements InitializingBean {

    private final JdbcClient jdbc;

    DurabilityCheck(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        int flush = jdbc.sql("SELECT @@innodb_flush_log_at_trx_commit")
                .query(Integer.class)
                .single();
        if (flush != 1) {
            throw new IllegalStateException(
                    "innodb_flush_log_at_trx_commit is %d, so a power cut could lose traffic that nodes no longer have: set it to 1 in the database's configuration"
                            .formatted(flush));
        }
    }
}
