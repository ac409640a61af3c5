package io.fleetgram.agent.host;

import java.util.List;

/** Names the operating system from {@code /etc/os-release} (see os-release(5)). */
public final class OperatingSystem {

    private static final String NAME = "PRETTY_NAME=";

    private OperatingSystem() {}

    /** Returns the name for people; the given one if the file does not tell. */
    public static String name(List<String> osRelease, String otherwise) {
        return osRelease.stream()
                .filter(line -> line.startsWith(NAME))
                .map(line -> line.substring(NAME.length()).replace("\"", "").strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }
}
