package io.fleetgram.parts.process;

import io.fleetgram.parts.Found;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that tests need installed; no fetched copy would do. */
public final class Installed {

    private Installed() {}

    /** Chromium or Chrome, for tests that open a page as a person does. */
    public static Found<Path> chromium() {
        return any("chromium", "chromium-browser", "google-chrome");
    }

    /** {@code ip}, for tests that cut or slow a network. */
    public static Found<Path> iproute2() {
        return any("ip");
    }

    private static Found<Path> any(String... names) {
        return Stream.of(names)
                .map(Programs::find)
                .flatMap(Optional::stream)
                .findFirst()
                .<Found<Path>>map(Found.Present::new)
                .orElseGet(() -> new Found.Missing<>("no " + String.join(", ", names) + " on PATH"));
    }
}
