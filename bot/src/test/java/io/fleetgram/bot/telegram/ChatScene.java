package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import org.junit.jupiter.api.AfterEach;

/** One controller with {@link CounterScreens}, an owner who writes and taps, and what the chat then shows. */
abstract class ChatScene {

    static final long OWNER = TestChat.OWNER;

    final BotApiStandIn api = new BotApiStandIn();
    final TestDatabase database = TestMariaDb.freshDatabase();
    TestChat chat = TestChat.start(database, api.url());
    long nextUpdate = 1;

    @AfterEach
    void stop() {
        chat.close();
        api.close();
    }

    void open() {
        write("/start");
        Eventually.asserted(() -> assertThat(api.shown()).isNotEmpty());
        Eventually.asserted(() -> assertThat(api.lastText()).contains(" = "));
    }

    void raised() {
        open();
        tap("raise");
        shows("first = 1");
    }

    void write(String text) {
        api.write(nextUpdate++, OWNER, text);
    }

    void tap(String data) {
        tapOn(101, data);
    }

    void tapOn(long message, String data) {
        api.tap(nextUpdate++, OWNER, message, data);
    }

    void shows(String text) {
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo(text));
    }

    BotApiStandIn.Call last() {
        return api.shown().getLast();
    }

    /** The id of the message that was sent last: the stand-in counts from 101. */
    long lastSent() {
        return 100L + api.calls("sendmessage").size();
    }

    String button(String label) {
        for (var row : last().body().path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("text").asString("").equals(label)) {
                    return button.path("callback_data").asString("");
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + last());
    }

    long audited() {
        return chat.jdbc()
                .sql("SELECT COUNT(*) FROM audit_entry")
                .query(Long.class)
                .single();
    }

    String outcomeOf(long update) {
        return chat.jdbc()
                .sql("SELECT outcome FROM telegram_inbox WHERE done_at IS NOT NULL AND update_id = " + update)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
