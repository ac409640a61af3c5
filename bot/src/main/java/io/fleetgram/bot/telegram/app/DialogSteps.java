package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Dialog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a dialog stands: which steps are asked, given the answers so far.
 *
 * @param asked the steps that are not left out, in order
 * @param answers in order of the steps, those of steps left out included
 */
record DialogSteps(List<Dialog.Step> asked, Map<String, String> answers) {

    static DialogSteps of(Dialog dialog, Map<String, String> given) {
        var asked = new ArrayList<Dialog.Step>();
        var answers = new LinkedHashMap<String, String>();
        for (var step : dialog.steps()) {
            var known = dialog.skip(step, Map.copyOf(answers));
            if (known.isEmpty()) {
                asked.add(step);
            }
            known.or(() -> Optional.ofNullable(given.get(step.key())))
                    .ifPresent(answer -> answers.put(step.key(), answer));
        }
        return new DialogSteps(asked, answers);
    }

    /** The first step without an answer; empty when the dialog is complete. */
    Optional<Dialog.Step> next() {
        return asked.stream().filter(step -> !answers.containsKey(step.key())).findFirst();
    }

    Optional<Dialog.Step> find(String key) {
        return asked.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** The step asked before this one. */
    Optional<Dialog.Step> before(Dialog.Step step) {
        int index = asked.indexOf(step);
        return index > 0 ? Optional.of(asked.get(index - 1)) : Optional.empty();
    }

    int number(Dialog.Step step) {
        return asked.indexOf(step) + 1;
    }
}
