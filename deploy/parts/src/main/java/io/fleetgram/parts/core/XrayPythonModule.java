package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.cache.Launcher;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Xray as a Python module, with a launcher that gives it the command line of the xray program.
 *
 * <p>The module holds the whole core as native code for one version of Python, so the cache keeps one per Python.
 */
record XrayPythonModule(PartsCache cache) {

    private static final String PACKAGE = "Xray-core";
    private static final String VERSION = "1.8.26.13";

    /** The launcher's path, once module and launcher are in the cache. */
    Found<Path> launcher() {
        var python = Command.of(
                        "python3", "-c", "import sys; print(sys.executable); print(sys.implementation.cache_tag)")
                .run(Duration.ofSeconds(30));
        var lines = python.output().strip().lines().toList();
        if (!python.well() || lines.size() != 2) {
            return new Found.Missing<>("no python3 to run Xray's Python module");
        }
        var interpreter = lines.getFirst();
        return switch (cache.obtain(
                "xray-module-" + VERSION + "-" + lines.getLast(), empty -> install(interpreter, empty))) {
            case Found.Missing<Path> missing -> missing;
            case Found.Present<Path> module -> write(interpreter, module.value());
        };
    }

    private static Optional<String> install(String interpreter, Path empty) {
        var installed = Command.of(
                        interpreter,
                        "-m",
                        "pip",
                        "install",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--no-input",
                        "--no-deps",
                        "--only-binary=:all:",
                        "--target=" + empty,
                        PACKAGE + "==" + VERSION)
                .run(Duration.ofMinutes(5));
        return installed.well()
                ? Optional.empty()
                : Optional.of("pip could not fetch " + PACKAGE + ": " + installed.lastLine());
    }

    private Found<Path> write(String interpreter, Path module) {
        var text = "#!" + interpreter + " -I\nMODULE = \"" + module + "\"\n" + script();
        return new Launcher("xray", text).in(cache);
    }

    private static String script() {
        try (var text = XrayPythonModule.class.getResourceAsStream("xray.py")) {
            if (text == null) {
                throw new IllegalStateException("xray.py is missing beside " + XrayPythonModule.class);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the launcher's text", e);
        }
    }
}
