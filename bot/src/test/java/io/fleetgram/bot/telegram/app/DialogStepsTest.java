package io.fleetgram.bot.telegram.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialogStepsTest {

    private static final Dialog DIALOG = new Journey();

    @Test
    void a_dialog_begins_with_its_first_step() {
        var steps = DialogSteps.of(DIALOG, Map.of());
        assertThat(steps.next().map(Dialog.Step::key)).contains("by");
        assertThat(steps.asked()).hasSize(3);
    }

    @Test
    void a_step_that_is_left_out_has_its_answer_and_is_not_counted() {
        var steps = DialogSteps.of(DIALOG, Map.of("by", "foot"));
        assertThat(steps.next().map(Dialog.Step::key)).contains("to");
        assertThat(steps.asked()).extracting(Dialog.Step::key).containsExactly("by", "to");
        assertThat(steps.answers()).containsEntry("ticket", "none");
        assertThat(steps.number(steps.next().orElseThrow())).isEqualTo(2);
    }

    @Test
    void back_leads_over_steps_that_are_left_out() {
        var steps = DialogSteps.of(DIALOG, Map.of("by", "foot"));
        assertThat(steps.before(steps.next().orElseThrow()).map(Dialog.Step::key))
                .contains("by");
    }

    @Test
    void all_answered_is_complete() {
        assertThat(DialogSteps.of(DIALOG, Map.of("by", "rail", "ticket", "day", "to", "sea"))
                        .next())
                .isEmpty();
    }

    private static final class Journey implements Dialog {
        @Override
        public String name() {
            return "journey";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public String title(Texts texts) {
            return "Journey";
        }

        @Override
        public List<Step> steps() {
            return List.of(new Plain("by"), new Plain("ticket"), new Plain("to"));
        }

        @Override
        public Optional<String> skip(Step step, Map<String, String> answers) {
            return step.key().equals("ticket") && "foot".equals(answers.get("by"))
                    ? Optional.of("none")
                    : Optional.empty();
        }

        @Override
        public Reply finish(Request request, Map<String, String> answers) {
            throw new AssertionError("nobody finished this dialog");
        }

        @Override
        public Address cancelled() {
            return Address.HOME;
        }
    }

    private record Plain(String key) implements Dialog.Step {
        @Override
        public String label(Texts texts) {
            return key;
        }

        @Override
        public Html question(Request request, Map<String, String> answers) {
            return Html.text(key + "?");
        }

        @Override
        public Dialog.Answer check(Request request, Map<String, String> answers, String input) {
            return new Dialog.Answer.Accepted(input);
        }
    }
}
