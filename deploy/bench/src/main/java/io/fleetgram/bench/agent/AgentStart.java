package io.fleetgram.bench.agent;

import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Sample;
import io.fleetgram.bench.Stopwatch;
import io.fleetgram.bench.Workplace;
import io.fleetgram.bench.bare.BareController;
import io.fleetgram.bench.bare.Entries;
import io.fleetgram.bench.bare.Pki;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.process.FreePort;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From the start of the installed agent's command to the arrival of its first poll, beside a core that runs. */
public final class AgentStart implements Benchmark {

    private static final double MOST_MILLIS = 800;

    @Override
    public String name() {
        return "agent_start";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        var pki = Pki.ofItsOwn();
        try (var controller = BareController.start(pki)) {
            var entries = new ArrayList<>(List.of(Entries.inbound(FreePort.find())));
            entries.addAll(Entries.accounts(0, place.size().entries().getFirst()));
            long version = controller.put(entries);
            var archived = InstalledAgent.in(place.directory(), Cores.best(), pki, controller, Map.of());
            var plain = InstalledAgent.in(
                    place.directory(), Cores.best(), pki, controller, Map.of(Archive.VARIABLE, Archive.NONE));
            var first = archived.start();
            controller.awaitApplied(version);
            InstalledAgent.stop(first);
            Archive.make(Cores.best());

            var with = new Sample();
            var without = new Sample();
            int rounds = place.size().warmUps() + place.size().rounds();
            for (int round = 0; round < rounds; round++) {
                place.say("agent_start: round %d of %d".formatted(round + 1, rounds));
                double withMillis = toFirstPoll(archived, controller);
                double withoutMillis = toFirstPoll(plain, controller);
                if (round >= place.size().warmUps()) {
                    with.add(withMillis);
                    without.add(withoutMillis);
                }
            }
            return List.of(Measurement.of(name(), with.median(), "ms", with.size())
                    .against("without its archive", without.median())
                    .atMost(MOST_MILLIS));
        }
    }

    private static double toFirstPoll(InstalledAgent agent, BareController controller)
            throws IOException, InterruptedException {
        long polls = controller.polls();
        var watch = Stopwatch.start();
        var process = agent.start();
        controller.awaitPoll(polls);
        double millis = watch.millis();
        InstalledAgent.stop(process);
        return millis;
    }
}
