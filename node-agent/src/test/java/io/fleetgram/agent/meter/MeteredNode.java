package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notice;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A core, an agent's meter on a directory, and a controller; the agent can die and come back at any time. */
final class MeteredNode {

    /** Small sizes, so that a short run meets every limit. */
    static final Ledger.Limits SMALL = new Ledger.Limits(3, new BatchLog.Keep(400, 1 << 20, Duration.ofDays(7)), 600);

    private static final String BATCHES = "batches";

    final CountingCore core = new CountingCore();
    final BookingController controller;
    final LedgerFiles files;
    Duration elapsed = Duration.ZERO;
    final Activity activity = new Activity(() -> elapsed);
    private final Path disk;
    private final Path copy;
    private final Ledger.Limits limits;
    private final SplittableRandom random;
    private Instant now = Instant.parse("2026-03-01T10:59:00Z");
    private final Notices notices = new Notices(() -> now);
    private Ledger ledger;
    private Meter meter;
    private TrafficReporter reporter;

    MeteredNode(Path directory, Ledger.Limits limits) {
        this(directory, limits, new BookingController(), 7);
    }

    private MeteredNode(Path directory, Ledger.Limits limits, BookingController controller, long seed) {
        this.limits = limits;
        this.controller = controller;
        this.random = new SplittableRandom(seed);
        this.disk = directory.resolve("disk");
        this.files = new LedgerFiles(disk.resolve("journal"), disk.resolve(BATCHES), directory.resolve("memory"));
        this.copy = directory.resolve("copy");
        try {
            AtomicFile.createDirectory(files.batches());
            AtomicFile.createDirectory(copy);
            this.ledger = openLedger();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.meter = new Meter(core, ledger, activity, notices);
        this.reporter = new TrafficReporter(controller, ledger);
    }

    void start() throws IOException {
        ledger = openLedger();
        meter = new Meter(core, ledger, activity, notices);
        reporter = new TrafficReporter(controller, ledger);
    }

    /** The agent dies; what is on disk stays as it is. */
    void die() throws IOException {
        ledger.close();
    }

    void restartAgent() throws IOException {
        die();
        start();
    }

    void restartCore() {
        core.restart();
    }

    void read() {
        meter.read();
    }

    /** The agent found no core and will start one. */
    void noCoreRuns() throws IOException {
        ledger.noCoreRuns();
    }

    TrafficReporter.Sending send() throws IOException {
        reporter.cursors(controller.cursors(reporter.epochsToAskFor()));
        return reporter.sendAll();
    }

    TrafficReporter.Sending sendWithoutPolling() throws IOException {
        return reporter.sendAll();
    }

    /** What a new connection after the controller's absence does. */
    void reconnect() {
        reporter.forgetCursors();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    List<String> notices() {
        return notices.waiting().stream().map(Notice::kind).toList();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Another machine with a copy of this one's disk, started for the first time, that reports to the same controller. */
    MeteredNode cloneTo(Path directory, long seed) throws IOException {
        replace(directory.resolve("disk"), disk);
        var clone = new MeteredNode(directory, limits, controller, seed);
        clone.core.reboot();
        return clone;
    }

    void copyDisk() throws IOException {
        replace(copy, disk);
    }

    void putBackDisk() throws IOException {
        replace(disk, copy);
    }

    private Ledger openLedger() throws IOException {
        return Ledger.open(files, BookingController.FORMAT, () -> now, Epoch.random(random), limits);
    }

    private static void replace(Path to, Path from) throws IOException {
        AtomicFile.createDirectory(to.resolve(BATCHES));
        try (Stream<Path> old = Files.walk(to)) {
            for (var file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        try (Stream<Path> content = Files.walk(from)) {
            for (var file : content.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                AtomicFile.createDirectory(to.resolve(BATCHES));
                Files.copy(file, target);
            }
        }
    }
}
