package io.fleetgram.bot.platform.config;

import java.util.List;

/** The controller cannot start with these settings. */
public final class InvalidSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    InvalidSettings(List<String> faults) {
        super(String.join("; ", faults), null, false, false);
        this.faults = List.copyOf(faults);
    }

    /** One line for each fault. */
    public List<String> faults() {
        return faults;
    }
}
