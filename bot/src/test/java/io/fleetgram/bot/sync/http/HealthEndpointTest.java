package io.fleetgram.bot.sync.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.app.IdentityWatch;
import io.fleetgram.bot.sync.app.Snapshot;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.app.SyncTimings;
import io.fleetgram.bot.sync.app.Tailer;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.bot.sync.index.IndexLoading;
import io.fleetgram.bot.sync.index.StateIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {

    private final AtomicBoolean away = new AtomicBoolean();
    private final Tailer tailer = new Tailer(new Reader(), new Watches(), new Nobody(), SyncTimings.USUAL);
    private final HealthEndpoint endpoint = new HealthEndpoint(tailer);

    /** A database with nothing in it that may be away. */
    private final class Reader implements StateReader {
        @Override
        public StateIndex load(int memory) {
            return new IndexLoading(1, Map.of(), List.of()).finish(memory, 1);
        }

        @Override
        public Reading since(long version) {
            if (away.get()) {
                throw new IllegalStateException("the database is away");
            }
            return new Reading.Nothing();
        }

        @Override
        public Optional<Snapshot> snapshot(String node) {
            return Optional.empty();
        }
    }

    private static final class Nobody implements IdentityWatch {
        @Override
        public void reload() {
            // Nobody was revoked.
        }

        @Override
        public void take(List<ChangeRow> rows) {
            assertThat(rows).isEmpty();
        }
    }

    @AfterEach
    void stop() {
        tailer.stop();
    }

    @Test
    void a_controller_is_healthy_from_its_start_to_its_end_while_it_can_read_the_change_log() {
        assertThat(status()).isEqualTo(503);
        tailer.start();
        assertThat(status()).isEqualTo(200);

        away.set(true);
        await().until(() -> status() == 503);
        away.set(false);
        await().until(() -> status() == 200);

        tailer.stop();
        assertThat(status()).isEqualTo(503);
        assertThat(endpoint.health().getBody()).isEqualTo("{\"status\":\"DOWN\"}");
    }

    private int status() {
        return endpoint.health().getStatusCode().value();
    }
}
