package io.fleetgram.demo.chaos;

import io.fleetgram.demo.chaos.victims.Keeper;
import io.fleetgram.parts.core.CoreBinary;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a kill run ended.
 *
 * @param away by victim: each time from a kill until it served again, and how old the last reading was when a core died under traffic
 * @param looks how often the books were looked into while it ran
 * @param faults what must not be, beside wrong bytes
 */
public record Result(
        Plan plan,
        CoreBinary core,
        Losses away,
        Map<Moment, Blows.Aimed> aimed,
        Comparison comparison,
        int looks,
        List<String> faults,
        Duration took) {

    /**
     * What the kills cost.
     *
     * @param oldestReading when a core was killed under traffic
     */
    record Losses(Map<Victim, List<Duration>> downtimes, Duration oldestReading) {}

    public Result {
        faults = List.copyOf(faults);
    }

    static Losses losses(Fleet fleet) {
        var downtimes = new EnumMap<Victim, List<Duration>>(Victim.class);
        for (var victim : Victim.values()) {
            downtimes.put(
                    victim,
                    fleet.keepers(victim).stream()
                            .map(Keeper::downtimes)
                            .flatMap(List::stream)
                            .sorted()
                            .toList());
        }
        return new Losses(downtimes, fleet.oldestReading());
    }

    /** Says whether every byte is where it belongs, and nobody noticed anything but a dead core. */
    public boolean isExact() {
        return comparison.isGood() && faults.isEmpty();
    }

    /** The matrix, the cells, and how to repeat it. */
    public List<String> lines() {
        return new Report(this).lines();
    }
}
