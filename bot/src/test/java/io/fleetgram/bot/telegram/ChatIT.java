package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The whole path of one controller: poll, inbox, screen, outbox, edit. */
class ChatIT extends ChatScene {

    @Test
    void a_tap_changes_the_screen_in_place() {
        open();
        tap("raise");
        shows("first = 1");
        assertThat(last().method()).isEqualTo("editmessagetext");
        assertThat(last().text("message_id")).isEqualTo("101");
        assertThat(api.calls("answercallbackquery")).hasSize(1);
        Eventually.holds(() -> api.unconfirmed() == 0);
    }

    @Test
    void a_typed_text_moves_the_screen_below_and_the_old_one_loses_its_buttons() {
        open();
        write("/start");
        Eventually.asserted(() -> assertThat(api.calls("sendmessage")).hasSize(2));
        Eventually.asserted(() -> assertThat(api.calls("editmessagereplymarkup"))
                .singleElement()
                .satisfies(call -> assertThat(call.text("message_id")).isEqualTo("101")));
        tapOn(102, "raise");
        shows("first = 1");
        assertThat(last().text("message_id")).isEqualTo("102");
    }

    @Test
    void an_update_delivered_twice_acts_once() {
        open();
        tap("raise");
        shows("first = 1");
        api.tap(nextUpdate - 1, OWNER, 101, "raise");
        tap("raise");
        shows("first = 2");
        assertThat(chat.counter().value()).isEqualTo(2);
        assertThat(audited()).isEqualTo(2);
    }

    @Test
    void a_change_is_not_made_again_when_the_controller_fails_before_it_has_answered() {
        open();
        tap("halfdone");
        Eventually.asserted(() -> assertThat(api.lastText()).startsWith("Done.").contains("first = 1"));
        tap("raise");
        shows("first = 2");
        assertThat(audited()).isEqualTo(2);
    }

    @Test
    void an_unknown_command_is_answered_with_those_there_are() {
        open();
        write("/unheard of");
        Eventually.asserted(() -> assertThat(api.lastText())
                .startsWith("There is no command /unheard.")
                .contains("/settings"));
    }

    @Test
    void a_secret_is_protected_sent_once_and_forgotten_and_the_screen_follows_below() {
        open();
        tap("reveal");
        Eventually.asserted(() -> assertThat(api.calls("sendmessage")).hasSize(3));
        var secret = api.calls("sendmessage").get(1);
        assertThat(secret.text("text")).isEqualTo("swordfish");
        assertThat(secret.body().path("protect_content").asBoolean()).isTrue();
        shows("first = 0");
        Eventually.asserted(() -> assertThat(chat.jdbc()
                        .sql("SELECT body FROM telegram_outbox WHERE kind = 'SECRET'")
                        .query(String.class)
                        .single())
                .isEqualTo("{}"));
    }

    @Test
    void a_text_becomes_a_picture_in_place_and_a_picture_gives_way_to_a_new_text() {
        open();
        tap("picture");
        Eventually.asserted(() -> assertThat(api.calls("editmessagemedia")).hasSize(1));
        assertThat(api.calls("editmessagemedia").getFirst().text("raw"))
                .contains("dot.png")
                .contains("a picture");
        tap("picture");
        Eventually.asserted(() -> assertThat(api.calls("editmessagemedia")).hasSize(2));
        tap("home");
        Eventually.asserted(() -> assertThat(api.calls("sendmessage")).hasSize(2));
        Eventually.asserted(() -> assertThat(api.calls("deletemessage"))
                .singleElement()
                .satisfies(call -> assertThat(call.text("message_id")).isEqualTo("101")));
    }

    @Test
    void an_act_may_refuse_or_present_something_of_its_own() {
        open();
        tap("refuse");
        shows("Not &lt;now&gt;: try later.");
        assertThat(button("‹ Back")).isEqualTo("home");
        tap("refuse:this");
        shows("presented this");
    }

    @Test
    void clients_are_told_which_commands_each_person_has() {
        open();
        Eventually.asserted(() -> assertThat(api.calls("setmycommands").stream()
                        .filter(call -> call.body()
                                .path("scope")
                                .path("chat_id")
                                .asString("")
                                .equals("" + OWNER))
                        .map(call -> call.body().path("commands").toString()))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("settings")
                .contains("cancel"));
        assertThat(api.calls("setmycommands").getFirst().body().path("commands").toString())
                .contains("start")
                .doesNotContain("settings");
    }

    @Test
    void a_stranger_gets_one_line_with_their_id_and_no_more() {
        api.write(nextUpdate++, TestChat.STRANGER, "/start");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("<code>9999</code>"));
        api.write(nextUpdate++, TestChat.STRANGER, "hello?");
        api.tap(nextUpdate++, TestChat.STRANGER, 101, "raise");
        open();
        assertThat(api.calls("sendmessage")).hasSize(2);
        assertThat(chat.counter().value()).isZero();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_screen_that_fails_is_answered_with_a_trace_id_that_the_log_and_the_audit_have_too(CapturedOutput output) {
        open();
        tap("broken");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("fault in the controller"));
        assertThat(api.lastText()).containsPattern("<code>[a-z2-9]{12}</code>").contains("INTERNAL");
        var trace = api.lastText().replaceAll("(?s).*<code>([a-z2-9]{12})</code>.*", "$1");
        assertThat(output.getAll().lines()).anyMatch(line -> line.contains("[" + trace + "]"));
        assertThat(chat.jdbc()
                        .sql("SELECT trace_id FROM audit_entry WHERE action = 'chat.failed'")
                        .query(String.class)
                        .list())
                .containsExactly(trace);
        assertThat(outcomeOf(nextUpdate - 1)).isEqualTo("failed");
        tap("raise");
        shows("first = 1");
    }

    @Test
    void an_unknown_address_leads_back_to_what_is_shown() {
        open();
        tap("nowhere:at:all");
        Eventually.asserted(
                () -> assertThat(api.lastText()).contains("leads nowhere").contains("first = 0"));
    }

    @Test
    void a_live_screen_is_drawn_again_when_what_it_shows_has_changed() {
        open();
        chat.jdbc().sql("UPDATE counter SET value = 42").update();
        chat.get(LiveScreens.class).changed(Address.HOME);
        shows("first = 42");
        assertThat(last().method()).isEqualTo("editmessagetext");
    }
}
