package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.mariadb.TestDatabase;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole path of one controller: poll, inbox, screen, outbox, edit. */
class ChatIT {

    private static final long OWNER = TestChat.OWNER;

    private final BotApiStandIn api = new BotApiStandIn();
    private final TestDatabase database = TestMariaDb.freshDatabase();
    private TestChat chat = TestChat.start(database, api.url());
    private long nextUpdate = 1;

    @AfterEach
    void stop() {
        chat.close();
        api.close();
    }

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
    void who_may_only_look_cannot_act_by_an_old_or_forged_button() {
        open();
        for (var forged : List.of("raise", "zero", "halfdone", "rename")) {
            api.tap(nextUpdate++, CounterScreens.VIEWER, 1, forged);
            var update = nextUpdate - 1;
            Eventually.asserted(() -> assertThat(outcomeOf(update)).isEqualTo("not allowed"));
        }
        tap("zero");
        shows("Really zero 0?");
        api.tap(nextUpdate++, CounterScreens.VIEWER, 1, button("Zero it"));
        var foreign = nextUpdate - 1;
        Eventually.asserted(() -> assertThat(outcomeOf(foreign)).isEqualTo("stale confirmation"));
        assertThat(chat.counter().version()).isZero();
        assertThat(audited()).isZero();
    }

    @Test
    void what_is_dangerous_is_asked_first_and_a_yes_counts_once() {
        raised();
        tap("zero");
        shows("Really zero 1?");
        var yes = button("Zero it");
        tap(yes);
        shows("Zeroed.\n\nfirst = 0");
        tap("raise");
        shows("first = 1");
        tap(yes);
        Eventually.asserted(() -> assertThat(api.lastText()).startsWith("Nothing was done"));
        assertThat(chat.counter().value()).isEqualTo(1);
    }

    @Test
    void a_yes_to_something_that_has_changed_meanwhile_is_asked_again() {
        raised();
        tap("zero");
        shows("Really zero 1?");
        var yes = button("Zero it");
        chat.jdbc().sql("UPDATE counter SET value = 5, version = version + 1").update();
        tap(yes);
        shows("Really zero 5?");
        assertThat(chat.counter().value()).isEqualTo(5);
        tap(button("Zero it"));
        shows("Zeroed.\n\nfirst = 0");
    }

    @Test
    void a_forged_yes_does_nothing() {
        raised();
        tap("ok:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Eventually.asserted(() -> assertThat(api.lastText()).startsWith("Nothing was done"));
        assertThat(chat.counter().value()).isEqualTo(1);
    }

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
    void an_unknown_command_is_answered_with_those_there_are() {
        open();
        write("/unheard of");
        Eventually.asserted(() -> assertThat(api.lastText())
                .startsWith("There is no command /unheard.")
                .contains("/settings"));
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
        chat.close();
        chat = TestChat.start(database, api.url());
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
    void a_screen_that_fails_is_answered_with_a_trace_id_that_the_log_has_too() {
        open();
        tap("broken");
        Eventually.asserted(() -> assertThat(api.lastText()).contains("fault in the controller"));
        assertThat(api.lastText()).containsPattern("<code>[a-z2-9]{12}</code>");
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

    private void open() {
        write("/start");
        Eventually.asserted(() -> assertThat(api.shown()).isNotEmpty());
        Eventually.asserted(() -> assertThat(api.lastText()).contains(" = "));
    }

    private void raised() {
        open();
        tap("raise");
        shows("first = 1");
    }

    private void write(String text) {
        api.write(nextUpdate++, OWNER, text);
    }

    private void tap(String data) {
        tapOn(101, data);
    }

    private void tapOn(long message, String data) {
        api.tap(nextUpdate++, OWNER, message, data);
    }

    private void shows(String text) {
        Eventually.asserted(() -> assertThat(api.lastText()).isEqualTo(text));
    }

    private BotApiStandIn.Call last() {
        return api.shown().getLast();
    }

    /** The id of the message that was sent last: the stand-in counts from 101. */
    private long lastSent() {
        return 100 + api.calls("sendmessage").size();
    }

    private String button(String label) {
        for (var row : last().body().path("reply_markup").path("inline_keyboard")) {
            for (var button : row) {
                if (button.path("text").asString("").equals(label)) {
                    return button.path("callback_data").asString("");
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + last());
    }

    private long audited() {
        return chat.jdbc()
                .sql("SELECT COUNT(*) FROM audit_entry")
                .query(Long.class)
                .single();
    }

    private String outcomeOf(long update) {
        return chat.jdbc()
                .sql("SELECT outcome FROM telegram_inbox WHERE done_at IS NOT NULL AND update_id = " + update)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
