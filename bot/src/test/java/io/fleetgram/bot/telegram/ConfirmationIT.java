package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is dangerous, and who may do it, over the whole path. */
class ConfirmationIT extends ChatScene {

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
    void a_yes_is_compared_in_the_transaction_of_the_act_where_nobody_can_come_in_between() {
        raised();
        tap("overtaken");
        shows("Really zero 1?");
        tap(button("Zero it"));
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
}
