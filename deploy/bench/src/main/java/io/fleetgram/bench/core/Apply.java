package io.fleetgram.bench.core;

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
import java.util.ArrayList;
import java.util.List;

/** Accounts brought onto a running core by the agent's own converging: from entries as they are stored to the last answer. */
public final class Apply implements Benchmark {

    private static final String UNIT = "accounts/s";
    private static final double TIMES_ONE_BY_ONE = 5;
    private static final double OF_PIPELINED = 0.8;

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        int accounts = place.size().applied();
        int few = place.size().oneByOne();
        var nobody = List.of(Entries.inbound(FreePort.find()));
        var all = new ArrayList<Entry>(nobody);
        all.addAll(Entries.accounts(0, accounts));
        var storedNobody = AgentsCore.stored(nobody);
        var storedAll = AgentsCore.stored(all);

        var converged = new Sample();
        var oneByOne = new Sample();
        var pipelined = new Sample();
        try (var core = AgentsCore.open(Cores.best(), place.directory().resolve("agent"));
                var bare = BareCore.start(Cores.best(), place.directory().resolve("bare"))) {
            core.converge(storedNobody);
            int rounds = place.size().warmUps() + place.size().rounds();
            for (int round = 0; round < rounds; round++) {
                place.say("apply: round %d of %d".formatted(round + 1, rounds));
                boolean counts = round >= place.size().warmUps();

                var watch = Stopwatch.start();
                core.converge(storedAll);
                add(converged, counts, watch.rate(accounts));
                core.converge(storedNobody);

                var additions = bare.additions(accounts);
                var removals = bare.removals(accounts);
                watch = Stopwatch.start();
                bare.pipelined(additions);
                add(pipelined, counts, watch.rate(accounts));
                bare.pipelined(removals);

                watch = Stopwatch.start();
                bare.oneByOne(additions.subList(0, few));
                add(oneByOne, counts, watch.rate(few));
                bare.pipelined(removals.subList(0, few));
            }
        }
        return List.of(
                Measurement.of("apply", converged.median(), UNIT, converged.size())
                        .against("one call at a time", oneByOne.median())
                        .ratioAtLeast(TIMES_ONE_BY_ONE),
                Measurement.of("apply pipelined", converged.median(), UNIT, converged.size())
                        .against("a bare pipelined loop", pipelined.median())
                        .ratioAtLeast(OF_PIPELINED));
    }

    private static void add(Sample sample, boolean counts, double value) {
        if (counts) {
            sample.add(value);
        }
    }
}
