package io.fleetgram.bot.telegram.config;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Sealer;
import io.fleetgram.bot.telegram.app.Bell;
import io.fleetgram.bot.telegram.app.ChatStore;
import io.fleetgram.bot.telegram.jdbc.JdbcChats;
import io.fleetgram.bot.telegram.jdbc.JdbcConfirmationTokens;
import io.fleetgram.bot.telegram.jdbc.JdbcDialogStates;
import io.fleetgram.bot.telegram.jdbc.JdbcInbox;
import io.fleetgram.bot.telegram.jdbc.JdbcOutbox;
import io.fleetgram.bot.telegram.jdbc.SecretWords;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the chat keeps in the database. */
@Configuration(proxyBeanMethods = false)
class ChatStoreConfiguration {

    @Bean
    ChatStore chatStore(
            JdbcClient jdbc, Transactions transactions, Leases leases, Sealer sealer, Audit audit, InstantSource time) {
        return new ChatStore(
                transactions,
                new JdbcInbox(jdbc, transactions, leases, time),
                new JdbcOutbox(jdbc, transactions, leases, new SecretWords(sealer)),
                new JdbcChats(jdbc),
                new JdbcDialogStates(jdbc),
                new JdbcConfirmationTokens(jdbc, transactions),
                audit,
                new Bell());
    }
}
