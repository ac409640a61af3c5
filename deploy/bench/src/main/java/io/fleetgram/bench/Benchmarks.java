package io.fleetgram.bench;

import io.fleetgram.bench.agent.AgentMemory;
import io.fleetgram.bench.agent.AgentStart;
import io.fleetgram.bench.controller.Ingest;
import io.fleetgram.bench.controller.Wake;
import io.fleetgram.bench.core.Apply;
import io.fleetgram.bench.core.MeterCycle;
import io.fleetgram.bench.endtoend.TapToActive;
import java.util.List;

/** All benchmarks, in the order of the documentation. */
final class Benchmarks {

    private Benchmarks() {}

    static List<Benchmark> all() {
        return List.of(
                new Apply(),
                new TapToActive(),
                new Ingest(),
                new AgentMemory(),
                new AgentStart(),
                new MeterCycle(),
                new Wake());
    }
}
