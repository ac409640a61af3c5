package io.fleetgram.bench.agent;

import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Workplace;
import io.fleetgram.bench.bare.BareController;
import io.fleetgram.bench.bare.Entries;
import io.fleetgram.bench.bare.Pki;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Resident memory of the installed agent, some time after it was started beside a core that runs and took in a few changes.
 */
public final class AgentMemory implements Benchmark {

    private static final int CHANGES = 20;
    private static final int USUAL_HEAP_IS_FOR = 10_000;
    private static final int AIMED_AT = 1_000;
    private static final double MOST_MIB = 80;

    @Override
    public String name() {
        return "agent_memory";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        Archive.make(Cores.best());
        var measurements = new ArrayList<Measurement>();
        for (int accounts : place.size().entries()) {
            place.say("agent_memory: %,d accounts".formatted(accounts));
            var measured = Measurement.of(
                    String.format(Locale.ROOT, "agent_memory %,d", accounts), resident(place, accounts), "MiB", 1);
            measurements.add(accounts == AIMED_AT ? measured.atMost(MOST_MIB) : measured);
        }
        return measurements;
    }

    /** Nodes with more accounts than the usual heap is for are given a larger one, as the command says. */
    private static Map<String, String> environment(int accounts) {
        return accounts > USUAL_HEAP_IS_FOR ? Map.of("FLEETGRAM_JAVA_OPTIONS", "-Xmx256m") : Map.of();
    }

    private static double resident(Workplace place, int accounts) throws IOException, InterruptedException {
        var directory = Files.createDirectory(place.directory().resolve("with-" + accounts));
        var pki = Pki.ofItsOwn();
        try (var controller = BareController.start(pki)) {
            var entries = new ArrayList<>(List.of(Entries.inbound(FreePort.find())));
            entries.addAll(Entries.accounts(0, accounts));
            long version = controller.put(entries);
            var agent = InstalledAgent.in(directory, Cores.best(), pki, controller, environment(accounts));
            var first = agent.start();
            controller.awaitApplied(version);
            InstalledAgent.stop(first);

            long polls = controller.polls();
            var second = agent.start();
            controller.awaitPoll(polls);
            for (int change = 0; change < CHANGES; change++) {
                controller.awaitApplied(controller.put(List.of(Entries.account(accounts + change))));
            }
            var ended = second.waitFor(place.size().settle(), TimeUnit.SECONDS);
            if (ended) {
                throw new IOException("the agent has ended; see " + directory.resolve("agent.log"));
            }
            double mib = InstalledAgent.residentMib(second);
            InstalledAgent.stop(second);
            return mib;
        }
    }
}
