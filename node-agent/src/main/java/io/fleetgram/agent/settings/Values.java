package io.fleetgram.agent.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was set, by key, and from where; later sources win. */
final class Values {

    /** A value as text, and where it stands. */
    private record Given(String text, String where) {}

    private final Map<String, Given> given = new HashMap<>();

    void give(String key, String text, String where) {
        given.put(key, new Given(text.strip(), where));
    }

    /** Returns what is wrong with this setting's value, as one line; empty if nothing is. */
    <T> Optional<String> fault(Setting<T> setting) {
        var value = given.get(setting.key());
        if (value == null || setting.form().reader().apply(value.text()).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("%s: %s is \"%s\", but must be %s; leave it out for %s"
                .formatted(
                        value.where(),
                        setting.key(),
                        value.text(),
                        setting.form().description(),
                        setting.standard()));
    }

    /** Returns lines on keys that no setting has. */
    List<String> unknown() {
        return given.entrySet().stream()
                .filter(entry -> AgentSettings.ALL.stream()
                        .noneMatch(setting -> setting.key().equals(entry.getKey())))
                .map(entry -> "%s: there is no setting \"%s\"; %s"
                        .formatted(
                                entry.getValue().where(),
                                entry.getKey(),
                                SettingsReader.advice(
                                        entry.getKey(),
                                        AgentSettings.ALL.stream()
                                                .map(Setting::key)
                                                .toList())))
                .sorted()
                .toList();
    }

    /** Returns what counts for a setting and where it comes from. */
    EffectiveSetting effective(Setting<?> setting) {
        var value = given.get(setting.key());
        return value == null
                ? new EffectiveSetting(setting.key(), setting.standard(), "default")
                : new EffectiveSetting(setting.key(), value.text(), value.where());
    }

    /** Returns the value, which must have no fault. */
    <T> T get(Setting<T> setting) {
        var value = given.get(setting.key());
        return setting.form()
                .reader()
                .apply(value == null ? setting.standard() : value.text())
                .orElseThrow();
    }
}
