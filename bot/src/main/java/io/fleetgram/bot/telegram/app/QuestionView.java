package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A dialog's question: where it stands, the draft, what was wrong with the last answer, what can be tapped. */
final class QuestionView {

    private static final int A_ROW = 3;
    private static final int LONGEST_IN_A_ROW_OF_THREE = 14;

    private QuestionView() {}

    static View of(Request request, Dialog dialog, DialogSteps steps, Dialog.Step step, Optional<Html> wrong) {
        var texts = request.texts();
        var text = Html.bold(dialog.title(texts))
                .plus(new Html(" · "))
                .plus(texts.html(
                        "kit.dialog.step", steps.number(step), steps.asked().size()));
        for (var answered : steps.asked()) {
            var answer = steps.answers().get(answered.key());
            if (answer != null && !answered.key().equals(step.key())) {
                text = text.plus(Html.text("\n" + answered.label(texts) + ": ")).plus(Html.code(answer));
            }
        }
        text = text.plus(new Html("\n\n"));
        text = wrong.map(new Html("⚠️ ")::plus)
                .map(text::plus)
                .map(so -> so.plus(new Html("\n\n")))
                .orElse(text);
        text = text.plus(step.question(request, steps.answers()));
        var view = View.of(text);
        for (var row : rows(step, step.choices(request, steps.answers()))) {
            view = view.row(row);
        }
        return view.row(last(request, steps, step));
    }

    private static List<List<Button>> rows(Dialog.Step step, List<Dialog.Choice> choices) {
        boolean narrow = choices.stream().allMatch(choice -> choice.label().length() <= LONGEST_IN_A_ROW_OF_THREE);
        int width = narrow ? A_ROW : 1;
        var rows = new ArrayList<List<Button>>();
        for (int from = 0; from < choices.size(); from += width) {
            rows.add(choices.subList(from, Math.min(choices.size(), from + width)).stream()
                    .map(choice -> Button.to(choice.label(), KitAddress.say(step.key(), choice.value())))
                    .toList());
        }
        return rows;
    }

    private static List<Button> last(Request request, DialogSteps steps, Dialog.Step step) {
        var texts = request.texts();
        var buttons = new ArrayList<Button>();
        if (steps.before(step).isPresent()) {
            buttons.add(Button.to(texts.plain("kit.back"), Address.of(KitAddress.STEP_BACK, step.key())));
        }
        buttons.add(Button.to(texts.plain("kit.cancel"), Address.of(KitAddress.CANCEL)));
        return buttons;
    }
}
