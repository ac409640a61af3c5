package io.fleetgram.agent.core.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.wire.core.stats.Stat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountersTest {

    private static final CoreIdentity RUN = new CoreIdentity("boot", 1, 2);

    @Test
    void counters_are_sorted_by_what_they_count() {
        var reading = Counters.sorted(
                RUN,
                List.of(
                        stat("user>>>anna.k1>>>traffic>>>uplink", 3),
                        stat("user>>>anna.k1>>>traffic>>>downlink", 5_000_000_000L),
                        stat("user>>>bert.k1>>>traffic>>>downlink", 7),
                        stat("inbound>>>in>>>traffic>>>uplink", 11),
                        stat("outbound>>>direct>>>traffic>>>downlink", 13)));
        assertThat(reading)
                .isEqualTo(new CounterReading.Read(
                        RUN,
                        Map.of("anna.k1", new Traffic(3, 5_000_000_000L), "bert.k1", new Traffic(0, 7)),
                        Map.of("in", new Traffic(11, 0)),
                        Map.of("direct", new Traffic(0, 13))));
    }

    @Test
    void what_is_no_counter_of_bytes_is_passed_over() {
        var reading = Counters.sorted(
                RUN,
                List.of(
                        stat("user>>>anna.k1>>>online", 1),
                        stat("user>>>anna.k1>>>traffic>>>sideways", 1),
                        stat("weather", 1)));
        assertThat(reading.users().values()).allMatch(Traffic.NONE::equals);
        assertThat(reading.inbounds()).isEmpty();
    }

    private static Stat stat(String name, long value) {
        return Stat.newBuilder().setName(name).setValue(value).build();
    }
}
