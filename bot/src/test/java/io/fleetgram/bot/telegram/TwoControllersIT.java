package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.telegram.app.ChatStore;
import io.fleetgram.bot.telegram.app.Outgoing;
import io.fleetgram.bot.telegram.app.ReceivedUpdate;
import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two controllers on one database: one has the chat, and what one leaves undone the other finishes. */
class TwoControllersIT {

    private static final long OWNER = TestChat.OWNER;

    private final BotApiStandIn api = new BotApiStandIn();
    private final TestDatabase database = TestMariaDb.freshDatabase();
    private TestChat first = TestChat.start(database, api.url());

    @AfterEach
    void stop() {
        first.close();
        api.close();
    }

    @Test
    void the_second_takes_over_when_the_first_ends_and_nothing_is_done_twice() {
        try (var second = TestChat.start(database, api.url())) {
            api.write(1, OWNER, "/start");
            shows("first = 0");
            api.tap(2, OWNER, 101, "raise");
            shows("first = 1");
            first.close();
            api.tap(2, OWNER, 101, "raise");
            api.tap(3, OWNER, 101, "raise");
            shows("first = 2");
            assertThat(second.counter().value()).isEqualTo(2);
            assertThat(leaseNumber(second)).isEqualTo(2);
        }
    }

    @Test
    void a_holder_that_lost_its_lease_can_write_nothing_any_more() {
        Eventually.asserted(() -> assertThat(leaseNumber(first)).isEqualTo(1));
        var store = first.get(ChatStore.class);
        var stale = new Lease("telegram", 1);
        var batch = List.of(new ReceivedUpdate(77, OWNER, "{\"update_id\":77}", Optional.empty()));
        first.jdbc()
                .sql("UPDATE process_lease SET number = 2, holder = 'another', until = until + INTERVAL 1 HOUR")
                .update();
        Assertions.assertThatThrownBy(() -> store.inbox().receive(stale, 4242, batch))
                .isInstanceOf(Lease.Lost.class);
        Assertions.assertThatThrownBy(() -> store.inbox().claim(stale, OWNER)).isInstanceOf(Lease.Lost.class);
        Assertions.assertThatThrownBy(() -> store.outbox().claim(stale, OWNER, Instant.now()))
                .isInstanceOf(Lease.Lost.class);
        assertThat(number("SELECT COUNT(*) FROM telegram_inbox")).isZero();
    }

    @Test
    void what_a_dead_process_was_sending_is_sent_again_or_closed_by_its_kind() {
        api.write(1, OWNER, "/start");
        shows("first = 0");
        first.close();
        first = TestChat.start(database, URI.create("http://127.0.0.1:1"));
        var outbox = first.get(ChatStore.class).outbox();
        var now = Instant.now();
        first.get(Transactions.class).run(() -> {
            outbox.put(OWNER, new Outgoing.Alert(View.of(Html.text("alert"))), now);
            outbox.put(OWNER, new Outgoing.Notice(View.of(Html.text("notice"))), now);
            outbox.put(OWNER, new Outgoing.Report(View.of(Html.text("report"))), now);
        });
        first.jdbc()
                .sql("UPDATE telegram_outbox SET state = 'SENDING' WHERE state = 'WAITING'")
                .update();
        first.close();
        first = TestChat.start(database, api.url());
        shows("alert");
        assertThat(number("SELECT COUNT(*) FROM telegram_outbox WHERE state = 'UNKNOWN'"))
                .isEqualTo(2);
        assertThat(api.calls("sendmessage"))
                .extracting(call -> call.text("text"))
                .containsExactly("first = 0", "alert");
    }

    @Test
    void an_update_kept_but_not_confirmed_before_a_crash_is_done_once() {
        api.write(1, OWNER, "/start");
        shows("first = 0");
        first.close();
        first = TestChat.start(database, URI.create("http://127.0.0.1:1"));
        var lease = Eventually.found(() -> first.jdbc()
                .sql("SELECT number FROM process_lease WHERE holder <> '' AND until > UTC_TIMESTAMP(3)")
                .query(Long.class)
                .optional());
        first.get(ChatStore.class)
                .inbox()
                .receive(
                        new Lease("telegram", lease),
                        4242,
                        List.of(new ReceivedUpdate(
                                2, OWNER, BotApiStandIn.tapBody(2, OWNER, 101, "raise"), Optional.empty())));
        first.close();
        api.tap(2, OWNER, 101, "raise");
        first = TestChat.start(database, api.url());
        shows("first = 1");
        api.tap(3, OWNER, 101, "raise");
        shows("first = 2");
        assertThat(first.counter().value()).isEqualTo(2);
    }

    private void shows(String text) {
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo(text));
    }

    private static long leaseNumber(TestChat chat) {
        return chat.jdbc()
                .sql("SELECT number FROM process_lease")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private long number(String sql) {
        return first.jdbc().sql(sql).query(Long.class).single();
    }
}
