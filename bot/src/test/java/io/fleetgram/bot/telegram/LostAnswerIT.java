package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.platform.jdbc.JdbcTransactions;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionSystemException;

/** The database commits a claim on a message, and the answer is lost on its way. */
class LostAnswerIT {

    /** Loses the answer to one claim. */
    static final class Lossy implements Transactions {

        private final Transactions real;
        private final AtomicBoolean armed = new AtomicBoolean();

        private Lossy(Transactions real) {
            this.real = real;
        }

        @Override
        public <T> T write(Supplier<T> work) {
            T result = real.write(work);
            if (Thread.currentThread().getName().startsWith("outbox-") && armed.compareAndSet(true, false)) {
                throw new TransactionSystemException("the connection broke after the commit");
            }
            return result;
        }

        @Override
        public <L, T> T write(Supplier<L> lock, Function<L, T> work) {
            return real.write(lock, work);
        }

        @Override
        public <T> T snapshot(Supplier<T> work) {
            return real.snapshot(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            real.afterCommit(action);
        }

        @Override
        public <T> T riding(Runnable rider, Supplier<T> work) {
            return real.riding(rider, work);
        }

        @Override
        public <T> T checking(Runnable check, Supplier<T> work) {
            return real.checking(check, work);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Losing {

        @Bean
        @Primary
        Lossy lossy(PlatformTransactionManager manager) {
            return new Lossy(new JdbcTransactions(manager));
        }
    }

    @Test
    void a_message_whose_claim_was_not_answered_is_sent_once_and_those_behind_it_after_it() {
        try (var api = new BotApiStandIn();
                var chat = TestChat.start(TestMariaDb.freshDatabase(), api.url(), Losing.class)) {
            api.write(1, TestChat.OWNER, "/start");
            Eventually.asserted(() -> assertThat(api.shown()).isNotEmpty());

            chat.get(Lossy.class).armed.set(true);
            tell(chat, "first");
            tell(chat, "second");

            Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("second"));
            assertThat(api.shown().stream().map(call -> call.text("text")).filter("first"::equals))
                    .hasSize(1);
            assertThat(chat.get(Lossy.class).armed).isFalse();
        }
    }

    /** At most once, so it would be closed as unknown if anybody took it for sent. */
    private static void tell(TestChat chat, String words) {
        chat.get(Messages.class)
                .toOperators(Messages.Kind.NOTICE, Capability.VIEW_FLEET, texts -> View.of(Html.text(words)));
    }
}
