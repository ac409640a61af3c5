package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Dialogs, over the whole path. */
class DialogIT extends ChatScene {

    @Test
    void a_dialog_asks_step_by_step_and_says_what_is_wrong() {
        open();
        write("/settings");
        Eventually.asserted(
                () -> assertThat(api.lastText()).contains("step 1 of 2").contains("Which name?"));
        write("Not Good");
        Eventually.asserted(() ->
                assertThat(api.lastText()).contains("Not a name: Not Good").contains("Which name?"));
        write("second");
        Eventually.asserted(
                () -> assertThat(api.lastText()).contains("step 2 of 2").contains("<code>second</code>"));
        tapOn(lastSent(), button("‹ Back"));
        Eventually.asserted(() -> assertThat(api.lastText()).contains("step 1 of 2"));
        write("third");
        Eventually.asserted(
                () -> assertThat(api.lastText()).contains("step 2 of 2").contains("<code>third</code>"));
        var seven = button("seven");
        tapOn(lastSent(), seven);
        shows("third = 7");
        tapOn(lastSent(), seven);
        Eventually.asserted(() -> assertThat(api.lastText()).startsWith("Nothing was changed"));
    }

    @Test
    void cancel_leaves_a_dialog() {
        open();
        write("/settings");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("step 1 of 2"));
        write("/cancel");
        shows("first = 0");
        assertThat(chat.jdbc()
                        .sql("SELECT COUNT(*) FROM telegram_dialog")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_dialog_goes_on_after_a_restart() {
        open();
        write("/settings");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("step 1 of 2"));
        write("second");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("step 2 of 2"));
        chat.close();
        chat = TestChat.start(database, api.url());
        write("12");
        shows("second = 12");
    }
}
