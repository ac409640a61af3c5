package io.fleetgram.bot.telegram.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Sealer;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.Outbox;
import io.fleetgram.bot.telegram.app.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process that lost the lease in the middle of a call may still say about the message. */
class OutboxClaimIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private static TestController controller;

    private final Transactions transactions = controller.get(Transactions.class);
    private final JdbcClient jdbc = controller.get(JdbcClient.class);
    private final Leases leases = controller.get(Leases.class);
    private final JdbcOutbox outbox =
            new JdbcOutbox(jdbc, transactions, leases, new SecretWords(controller.get(Sealer.class)));
    private final Lease lease = leases.take("chat", Duration.ofMinutes(1)).orElseThrow();

    @BeforeAll
    static void start() {
        controller = TestController.start();
    }

    @AfterEach
    void giveBack() {
        leases.release(lease);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void what_the_next_process_has_sent_does_not_wait_again_because_the_former_one_gave_up() {
        var former = claimed(1, new Outgoing.Alert(words()));
        outbox.recover(lease, NOW);
        var next = outbox.claim(lease, 1, NOW).orElseThrow();
        transactions.run(() -> outbox.sent(next, Optional.of(7L), NOW));

        transactions.run(() -> outbox.again(former, NOW, "no answer"));

        assertThat(state(former)).isEqualTo("SENT");
    }

    @Test
    void a_notice_that_was_closed_as_unknown_stays_so() {
        var former = claimed(2, new Outgoing.Notice(words()));
        outbox.recover(lease, NOW);

        transactions.run(() -> outbox.again(former, NOW, "no answer"));

        assertThat(state(former)).isEqualTo("UNKNOWN");
    }

    @Test
    void the_process_that_has_the_claim_ends_it() {
        var item = claimed(3, new Outgoing.Alert(words()));
        transactions.run(() -> outbox.again(item, NOW, "no answer"));
        assertThat(state(item)).isEqualTo("WAITING");
        var again = outbox.claim(lease, 3, NOW).orElseThrow();
        transactions.run(() -> outbox.closed(again, Outbox.Closed.FAILED, "refused"));
        assertThat(state(item)).isEqualTo("FAILED");
    }

    private Outbox.Item claimed(long chat, Outgoing message) {
        transactions.run(() -> outbox.put(chat, message, NOW));
        return outbox.claim(lease, chat, NOW).orElseThrow();
    }

    private String state(Outbox.Item item) {
        return jdbc.sql("SELECT state FROM telegram_outbox WHERE id = :id")
                .param("id", item.id())
                .query(String.class)
                .single();
    }

    private static View words() {
        return View.of(Html.text("a node is silent"));
    }
}
