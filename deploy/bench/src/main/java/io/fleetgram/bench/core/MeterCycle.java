package io.fleetgram.bench.core;

import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.meter.Activity;
import io.fleetgram.agent.meter.Ledger;
import io.fleetgram.agent.meter.LedgerFiles;
import io.fleetgram.agent.meter.Meter;
import io.fleetgram.agent.meter.grpc.ProtocolBatchFormat;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Sample;
import io.fleetgram.bench.Stopwatch;
import io.fleetgram.bench.Workplace;
import io.fleetgram.bench.bare.Entries;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.wire.agent.v1.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * One reading of the meter: the core's counters, the differences, the journal, the sync.
 *
 * <p>In the worst case every account has moved since the reading before; in the quiet one, none has.
 */
public final class MeterCycle implements Benchmark {

    private static final double MOST_MILLIS = 300;

    @Override
    public String name() {
        return "meter";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        int accounts = place.size().metered();
        int port = FreePort.find();
        var entries = new ArrayList<Entry>(List.of(Entries.inbound(port)));
        entries.addAll(Entries.accounts(0, accounts));
        var moved = new Sample();
        var quiet = new Sample();
        try (var core = AgentsCore.open(Cores.best(), place.directory().resolve("agent"))) {
            core.converge(AgentsCore.stored(entries));
            place.say("meter: a stream for each of %,d accounts".formatted(accounts));
            ByteTraffic.through(port, accounts);
            int rounds = place.size().warmUps() + place.size().rounds();
            for (int round = 0; round < rounds; round++) {
                place.say("meter: round %d of %d".formatted(round + 1, rounds));
                var directory = Files.createDirectory(place.directory().resolve("ledger-" + round));
                try (var ledger = ledger(directory)) {
                    ledger.noCoreRuns();
                    var meter = meter(core, ledger);
                    double movedMillis = reading(meter);
                    // The outbound that the accounts used is a row, too.
                    if (ledger.waitingRows() < accounts) {
                        throw new IOException("%d rows wait, fewer than the %d accounts that moved"
                                .formatted(ledger.waitingRows(), accounts));
                    }
                    double quietMillis = reading(meter);
                    if (round >= place.size().warmUps()) {
                        moved.add(movedMillis);
                        quiet.add(quietMillis);
                    }
                }
            }
        }
        return List.of(
                Measurement.of("meter", moved.median(), "ms", moved.size()).atMost(MOST_MILLIS),
                Measurement.of("meter quiet", quiet.median(), "ms", quiet.size())
                        .atMost(MOST_MILLIS));
    }

    /** A ledger that has counted nothing: to it, every counter has moved. */
    private static Ledger ledger(Path directory) throws IOException {
        Files.createDirectory(directory.resolve("batches"));
        return Ledger.open(
                new LedgerFiles(
                        directory.resolve("journal"), directory.resolve("batches"), directory.resolve("position")),
                new ProtocolBatchFormat(),
                InstantSource.system(),
                Epoch.random(new SecureRandom()));
    }

    private static Meter meter(AgentsCore core, Ledger ledger) {
        return new Meter(
                core.core(), ledger, new Activity(MonotonicClock.system()), new Notices(InstantSource.system()));
    }

    private static double reading(Meter meter) {
        var watch = Stopwatch.start();
        meter.read();
        return watch.millis();
    }
}
