package io.fleetgram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.mariadb.MariaDbBinary;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Benchmarks run from begin to end, with numbers so small that they mean nothing. */
@Timeout(600)
class BenchIT {

    private static final Set<String> FIELDS =
            Set.of("name", "value", "unit", "against", "ratio", "aim", "met", "rounds");

    /** Start several controllers, or the whole product: only in full runs. */
    private static final Set<String> LONG = Set.of("tap_to_active", "wake", "agent_memory");

    @Test
    void every_benchmark_measures_something() throws IOException, InterruptedException {
        Need.of(RealPart.MARIADB, MariaDbBinary.find(PartsCache.standard()));
        var benchmarks = Benchmarks.all().stream()
                .filter(one -> Boolean.getBoolean("full") || !LONG.contains(one.name()))
                .toList();
        var result = new Bench(Size.TINY, line -> {}).run(benchmarks);
        assertThat(result.failures()).isEmpty();
        var measured = result.measurements().stream()
                .map(one -> one.name().split(" ")[0])
                .collect(Collectors.toSet());
        assertThat(measured).isEqualTo(benchmarks.stream().map(Benchmark::name).collect(Collectors.toSet()));
        assertThat(JsonFile.array(result.measurements())).allSatisfy(json -> {
            assertThat(StreamSupport.stream(((Iterable<String>) json::fieldNames).spliterator(), false)
                            .toList())
                    .hasSameElementsAs(FIELDS);
            assertThat(json.get("value").isNumber()).isTrue();
            assertThat(json.get("rounds").asInt()).isPositive();
        });
        assertThat(Table.of(result.measurements()).lines())
                .hasSize(result.measurements().size() + 1);
    }
}
