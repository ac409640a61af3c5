package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.telegram.app.ChatStore;
import io.fleetgram.bot.telegram.app.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many chats at once, each in its own order. */
class OrderIT {

    private static final int CHATS = 12;
    private static final int EACH = 25;

    private final BotApiStandIn api = new BotApiStandIn();
    private final TestChat chat = TestChat.start(api.url());

    @AfterEach
    void stop() {
        chat.close();
        api.close();
    }

    @Test
    void the_updates_of_each_chat_are_done_in_the_order_in_which_they_came() {
        for (int number = 0; number < EACH; number++) {
            for (int person = 0; person < CHATS; person++) {
                api.write((long) number * CHATS + person + 1, 8000 + person, "text " + number);
            }
        }
        Eventually.asserted(() -> assertThat(open()).isZero());
        assertThat(number("SELECT COUNT(*) FROM telegram_inbox")).isEqualTo((long) CHATS * EACH);
        assertThat(number("SELECT COUNT(DISTINCT position) FROM telegram_inbox"))
                .isEqualTo((long) CHATS * EACH);
        assertThat(number("""
                        SELECT COUNT(*) FROM telegram_inbox earlier JOIN telegram_inbox later
                            ON later.chat_id = earlier.chat_id AND later.position > earlier.position
                        WHERE later.done_at < earlier.done_at OR later.update_id < earlier.update_id""")).isZero();
    }

    @Test
    void messages_put_by_many_threads_have_a_gapless_order_in_each_chat() throws Exception {
        var store = chat.get(ChatStore.class);
        var transactions = chat.get(Transactions.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = IntStream.range(0, 100)
                    .mapToObj(number -> threads.submit(() -> transactions.run(() -> store.outbox()
                            .put(
                                    9000 + number % 4,
                                    new Outgoing.Report(View.of(Html.text("report " + number))),
                                    Instant.now()))))
                    .toList();
            for (var put : puts) {
                put.get();
            }
        }
        for (long id = 9000; id < 9004; id++) {
            assertThat(positions(id))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 25).boxed().toList());
        }
    }

    private List<Long> positions(long chatId) {
        return chat.jdbc()
                .sql("SELECT position FROM telegram_outbox WHERE chat_id = " + chatId + " ORDER BY position")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private long open() {
        return number("SELECT COUNT(*) FROM telegram_inbox WHERE done_at IS NULL")
                + Math.max(0, (long) CHATS * EACH - number("SELECT COUNT(*) FROM telegram_inbox"));
    }

    private long number(String sql) {
        return chat.jdbc().sql(sql).query(Long.class).single();
    }
}
