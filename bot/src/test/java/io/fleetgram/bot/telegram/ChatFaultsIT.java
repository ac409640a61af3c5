package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.BotApiStandIn.Answer;
import io.fleetgram.bot.telegram.Messages.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages and updates while Telegram misbehaves. */
class ChatFaultsIT {

    private static final long OWNER = TestChat.OWNER;

    private final BotApiStandIn api = new BotApiStandIn();
    private final TestChat chat = TestChat.start(api.url());

    @BeforeEach
    void open() {
        api.write(1, OWNER, "/start");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 0"));
        Eventually.asserted(() -> assertThat(waiting()).isZero());
    }

    @AfterEach
    void stop() {
        chat.close();
        api.close();
    }

    @Test
    void a_pause_that_telegram_asks_for_is_kept_and_the_order_too() {
        var asked = new AtomicInteger();
        api.fault(call -> call.method().equals("sendmessage") && asked.getAndIncrement() == 0
                ? answer(429, "Too Many Requests: retry after 2", "\"parameters\":{\"retry_after\":2}")
                : null);
        var from = Instant.now();
        alert("one");
        alert("two");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("two"));
        assertThat(Duration.between(from, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertThat(sent()).containsExactly("first = 0", "one", "one", "two");
    }

    @Test
    void nothing_is_lost_while_telegram_is_away() {
        api.fault(call -> call.method().startsWith("send") || call.method().startsWith("edit")
                ? new Answer(502, "<html>Bad Gateway</html>")
                : null);
        alert("while away");
        api.tap(2, OWNER, 101, "raise");
        Eventually.asserted(() -> assertThat(chat.counter().value()).isEqualTo(1));
        Eventually.asserted(() -> assertThat(tries()).isGreaterThan(1));
        api.fault(call -> null);
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 1"));
        assertThat(sent()).contains("while away");
    }

    @Test
    void a_notice_that_may_have_been_sent_is_never_sent_again() {
        api.fault(call -> call.text("text").equals("perhaps") ? new Answer(502, "<html>") : null);
        chat.get(Messages.class).toChat(Kind.NOTICE, OWNER, texts -> View.of(Html.text("perhaps")));
        Eventually.asserted(() -> assertThat(stateOf("perhaps")).isEqualTo("UNKNOWN"));
        alert("later");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("later"));
        assertThat(sent()).containsOnlyOnce("perhaps");
    }

    @Test
    void edits_fold_to_the_newest() {
        api.fault(call -> call.method().equals("editmessagetext")
                ? answer(429, "Too Many Requests", "\"parameters\":{\"retry_after\":1}")
                : null);
        IntStream.rangeClosed(2, 11).forEach(update -> api.tap(update, OWNER, 101, "raise"));
        Eventually.asserted(() -> assertThat(chat.counter().value()).isEqualTo(10));
        int before = api.calls("editmessagetext").size();
        api.fault(call -> null);
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 10"));
        assertThat(api.calls("editmessagetext").size() - before).isLessThan(4);
        assertThat(countOf("FOLDED")).isGreaterThan(5);
    }

    @Test
    void a_pause_that_telegram_asks_for_holds_for_the_screen_that_folds_the_refused_one() {
        var asked = new AtomicInteger();
        api.fault(call -> call.method().equals("editmessagetext") && asked.getAndIncrement() == 0
                ? answer(429, "Too Many Requests: retry after 3", "\"parameters\":{\"retry_after\":3}")
                : null);
        var from = Instant.now();
        api.tap(2, OWNER, 101, "raise");
        Eventually.asserted(() -> assertThat(asked.get()).isEqualTo(1));
        api.tap(3, OWNER, 101, "raise");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 2"));
        assertThat(Duration.between(from, Instant.now())).isGreaterThan(Duration.ofSeconds(3));
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void a_screen_that_cannot_be_edited_is_sent_anew() {
        api.fault(call -> call.text("message_id").equals("101")
                ? answer(400, "Bad Request: message to edit not found", "\"x\":1")
                : null);
        api.tap(2, OWNER, 101, "raise");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 1"));
        assertThat(api.shown().getLast().method()).isEqualTo("sendmessage");
        api.tap(3, OWNER, 102, "raise");
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo("first = 2"));
        assertThat(api.shown().getLast().text("message_id")).isEqualTo("102");
    }

    @Test
    void a_chat_that_blocked_the_bot_is_left_alone_until_it_writes_again() {
        api.fault(call -> answer(403, "Forbidden: bot was blocked by the user", "\"x\":1"));
        alert("unheard");
        Eventually.asserted(() -> assertThat(deadChats()).isEqualTo(1));
        api.fault(call -> null);
        int before = api.calls("sendmessage").size();
        alert("unheard too");
        Eventually.waited(Duration.ofSeconds(2));
        assertThat(api.calls("sendmessage")).hasSize(before);
        api.write(2, OWNER, "/start");
        Eventually.asserted(() -> assertThat(api.calls("sendmessage")).hasSize(before + 1));
        assertThat(deadChats()).isZero();
    }

    private void alert(String text) {
        chat.get(Messages.class).toOperators(Kind.ALERT, Capability.VIEW_FLEET, texts -> View.of(Html.text(text)));
    }

    private java.util.List<String> sent() {
        return api.calls("sendmessage").stream().map(call -> call.text("text")).toList();
    }

    private static Answer answer(int code, String description, String more) {
        return new Answer(
                code, "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\",%s}".formatted(code, description, more));
    }

    private long waiting() {
        return countOf("WAITING") + countOf("SENDING");
    }

    private long countOf(String state) {
        return number("SELECT COUNT(*) FROM telegram_outbox WHERE state = '" + state + "'");
    }

    private long tries() {
        return number("SELECT COALESCE(MAX(tries), 0) FROM telegram_outbox WHERE state IN ('WAITING', 'SENDING')");
    }

    private long deadChats() {
        return number("SELECT COUNT(*) FROM telegram_chat WHERE dead_since IS NOT NULL");
    }

    private String stateOf(String text) {
        return chat.jdbc()
                .sql("SELECT state FROM telegram_outbox WHERE body LIKE '%" + text + "%'")
                .query(String.class)
                .single();
    }

    private long number(String sql) {
        return chat.jdbc().sql(sql).query(Long.class).single();
    }
}
