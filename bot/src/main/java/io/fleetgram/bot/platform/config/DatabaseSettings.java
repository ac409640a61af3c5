package io.fleetgram.bot.platform.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param url {@code jdbc:mariadb://host:port/database}; for Galera {@code jdbc:mariadb:sequential://host1,host2/database}
 * @param user who the controller is to the database
 * @param password the password of that user
 * @param poolSize most connections that one controller opens, 2 to 200
 * @param connectTimeout how long a caller waits for a connection before the database counts as away, 1 to 60 s
 * @param statementTimeout how long a statement may stay without any answer before its connection counts as dead, 2 s to
 *     10 min; a third of it is waited for a lock. Migrations have no such end
 */
@ConfigurationProperties("fleetgram.database")
public record DatabaseSettings(
        @DefaultValue("jdbc:mariadb://127.0.0.1:3306/fleetgram")
        String url,

        @DefaultValue("fleetgram") String user,
        @DefaultValue("") String password,
        @DefaultValue("20") int poolSize,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration statementTimeout) {

    public DatabaseSettings {
        if (!url.startsWith("jdbc:mariadb:")) {
            throw new IllegalArgumentException(
                    "fleetgram.database.url begins with jdbc:mariadb:, like jdbc:mariadb://127.0.0.1:3306/fleetgram");
        }
        if (poolSize < 2 || poolSize > 200) {
            throw new IllegalArgumentException(
                    "fleetgram.database.pool-size is a number from 2 to 200, not " + poolSize);
        }
        if (connectTimeout.compareTo(Duration.ofSeconds(1)) < 0
                || connectTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("fleetgram.database.connect-timeout is from 1s to 60s");
        }
        if (statementTimeout.compareTo(Duration.ofSeconds(2)) < 0
                || statementTimeout.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException("fleetgram.database.statement-timeout is from 2s to 10m");
        }
    }

    /** Returns how long a statement waits for a lock: short enough that the server's word comes before the silence counts. */
    Duration lockWait() {
        return statementTimeout.dividedBy(3).compareTo(Duration.ofSeconds(1)) < 0
                ? Duration.ofSeconds(1)
                : statementTimeout.dividedBy(3);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, user=%s, poolSize=%d]".formatted(url, user, poolSize);
    }
}
