package io.fleetgram.agent;

import io.fleetgram.agent.settings.EffectiveSetting;
import java.io.PrintStream;
import java.util.List;

/** {@code show-config}: every setting as it counts. None of them is a secret: keys lie in the agent's directory. */
record ShowConfigCommand(List<EffectiveSetting> settings, PrintStream out) {

    Exit run() {
        int keys = longest(settings.stream().map(EffectiveSetting::key).toList());
        int values = longest(settings.stream().map(EffectiveSetting::value).toList());
        for (var setting : settings) {
            out.printf("%-" + keys + "s  %-" + values + "s  %s%n", setting.key(), setting.value(), setting.from());
        }
        return Exit.DONE;
    }

    private static int longest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }
}
