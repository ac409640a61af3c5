package io.fleetgram.agent.settings;

import java.util.Locale;

/**
 * One key of the settings.
 *
 * @param key as it stands in the file
 * @param standard the value when nobody sets it
 * @param form what values are allowed, with their range
 * @param meaning one sentence for the documentation
 */
public record Setting<T>(String key, String standard, Form<T> form, String meaning) {

    /** Returns the name of the environment variable. */
    public String variable() {
        return "FLEETGRAM_AGENT_" + key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
