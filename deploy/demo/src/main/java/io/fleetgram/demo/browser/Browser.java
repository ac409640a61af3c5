package io.fleetgram.demo.browser;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.process.Guard;
import io.fleetgram.parts.process.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running headless Chromium with a profile of its own that is thrown away with it. */
public final class Browser implements AutoCloseable {
    private static final String LISTENING = "DevTools listening on ";

    private final Process process;
    private final Path profile;
    private final DevTools tools;

    private Browser(Process process, Path profile, DevTools tools) {
        this.process = process;
        this.profile = profile;
        this.tools = tools;
    }

    /** Chromium or Chrome on this machine; {@code FLEETGRAM_CHROMIUM} names one elsewhere. */
    public static Found<Path> find() {
        var named = System.getenv("FLEETGRAM_CHROMIUM");
        if (named != null) {
            return Files.isExecutable(Path.of(named))
                    ? new Found.Present<>(Path.of(named))
                    : new Found.Missing<>("FLEETGRAM_CHROMIUM names " + named + ", which is no program");
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Programs.find(name).stream())
                .findFirst()
                .<Found<Path>>map(Found.Present::new)
                .orElseGet(() -> new Found.Missing<>("no chromium on PATH; install the package chromium"));
    }

    /** Starts it. */
    public static Browser start(Path executable) throws IOException {
        var profile = Files.createTempDirectory("fleetgram-browser");
        var process = Guard.start(new ProcessBuilder(
                        executable.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true));
        return new Browser(process, profile, new DevTools(address(process)));
    }

    /** Reads what Chromium says until it says where it listens, and lets the rest run off. */
    private static URI address(Process process) throws IOException {
        var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        var said = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(LISTENING)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
                return URI.create(line.substring(LISTENING.length()).strip());
            }
            said.append(line).append('\n');
        }
        throw new IOException("Chromium did not start; it said:\n" + said);
    }

    /** Opens a page and waits until it is loaded. */
    public Tab open(URI page, Tab.Look look) throws InterruptedException {
        var target = tools.call("", "Target.createTarget", DevTools.parameters().put("url", "about:blank"))
                .path("targetId")
                .asText();
        var attach = DevTools.parameters().put("targetId", target).put("flatten", true);
        var session = tools.call("", "Target.attachToTarget", attach)
                .path("sessionId")
                .asText();
        return Tab.open(tools, session, page, look);
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        deleteProfile();
    }

    private void deleteProfile() {
        try (var files = Files.walk(profile)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stillInUse) {
            profile.toFile().deleteOnExit();
        }
    }
}
