package io.fleetgram.bot.platform.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fleetgram.bot.platform.jdbc.DatabaseUrl;
import io.fleetgram.bot.platform.jdbc.SnapshotTransactions;
import javax.sql.DataSource;
import org.mariadb.jdbc.Driver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The pool of connections and the transaction manager over it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseSettings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setDriverClassName(Driver.class.getName());
        pool.setJdbcUrl(DatabaseUrl.complete(settings.url(), settings.connectTimeout(), settings.statementTimeout()));
        pool.setUsername(settings.user());
        pool.setPassword(settings.password());
        pool.setMaximumPoolSize(settings.poolSize());
        pool.setConnectionTimeout(settings.connectTimeout().toMillis());
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool.setConnectionInitSql(
                "SET SESSION innodb_lock_wait_timeout = " + settings.lockWait().toSeconds());
        return new HikariDataSource(pool);
    }

    /** For migrations: a change of a large table may keep silent for as long as it takes. */
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource migrationDataSource(DatabaseSettings settings) {
        return new SimpleDriverDataSource(
                new Driver(), DatabaseUrl.complete(settings.url()), settings.user(), settings.password());
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new SnapshotTransactions(dataSource);
    }
}
