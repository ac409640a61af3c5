package io.fleetgram.bot.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.alerts.app.AlertDesk;
import io.fleetgram.bot.platform.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AlertDeskTest {

    private final List<Telling> told = new ArrayList<>();
    private final Away transactions = new Away();
    private final AlertDesk desk = new AlertDesk(new Empty(), told::add, transactions, () -> Instant.EPOCH);

    @Test
    void while_the_database_is_away_alerts_wait_and_the_newest_words_are_told_in_the_end() {
        desk.raise(new Alert(AlertKind.SYNC_FAILING, "n1", "disk full"));
        desk.raise(new Alert(AlertKind.DRIFT, "n1", "1 user"));
        transactions.meanwhile = () -> desk.raise(new Alert(AlertKind.SYNC_FAILING, "n1", "disk read-only"));
        desk.flush();
        assertThat(told).isEmpty();

        transactions.away = false;
        transactions.meanwhile = () -> {};
        desk.flush();

        assertThat(told)
                .containsExactly(
                        new Telling.OfOne(AlertKind.SYNC_FAILING, "n1", "disk read-only", 2),
                        new Telling.OfOne(AlertKind.DRIFT, "n1", "1 user", 1));
    }

    /** A database that is away until it is back. */
    private static final class Away implements Transactions {

        private boolean away = true;
        private Runnable meanwhile = () -> {};

        @Override
        public <T> T write(Supplier<T> work) {
            meanwhile.run();
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            return work.get();
        }

        @Override
        public <L, T> T write(Supplier<L> lock, Function<L, T> work) {
            return write(() -> work.apply(lock.get()));
        }

        @Override
        public <T> T snapshot(Supplier<T> work) {
            return write(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }

        @Override
        public <T> T riding(Runnable rider, Supplier<T> work) {
            return write(work);
        }

        @Override
        public <T> T checking(Runnable check, Supplier<T> work) {
            return write(work);
        }
    }

    private static final class Empty implements AlertMemory {

        @Override
        public void lock() {}

        @Override
        public List<Remembered> all() {
            return List.of();
        }

        @Override
        public void keep(List<Remembered> changed) {}

        @Override
        public int forget(Instant before) {
            return 0;
        }
    }
}
