package io.fleetgram.parts.process;

import io.fleetgram.parts.Found;
import java.nio.file.Files;
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

    /** {@code systemd-analyze}, for tests of unit files. */
    public static Found<Path> systemdAnalyze() {
        return any("systemd-analyze");
    }

    /** {@code systemctl}, where a systemd runs that it can tell what to do. */
    public static Found<Path> runningSystemd() {
        return Files.isDirectory(Path.of("/run/systemd/system"))
                ? any("systemctl")
                : new Found.Missing<>("/run/systemd/system is not there: no systemd runs this machine");
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
