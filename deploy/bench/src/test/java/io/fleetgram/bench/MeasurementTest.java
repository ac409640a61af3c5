package io.fleetgram.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {

    private static final Measurement FAST =
            Measurement.of("apply", 6_000, "accounts/s", 5).against("one call at a time", 1_000);

    @Test
    void a_ratio_is_the_value_in_terms_of_the_other_way() {
        assertThat(FAST.ratio()).contains(6.0);
        assertThat(Measurement.of("meter", 40, "ms", 5).ratio()).isEmpty();
    }

    @Test
    void an_aim_is_met_up_to_its_limit() {
        assertThat(FAST.ratioAtLeast(6).met()).contains(true);
        assertThat(FAST.ratioAtLeast(6.1).met()).contains(false);
        assertThat(FAST.ratioAtMost(6).met()).contains(true);
        assertThat(FAST.ratioAtMost(5.9).met()).contains(false);
        assertThat(Measurement.of("meter", 300, "ms", 5).atMost(300).met()).contains(true);
        assertThat(Measurement.of("meter", 301, "ms", 5).atMost(300).met()).contains(false);
        assertThat(FAST.met()).isEmpty();
    }

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var sample = new Sample();
        for (int value = 200; value > 0; value--) {
            sample.add(value);
        }
        assertThat(sample.percentile(50)).isEqualTo(100);
        assertThat(sample.percentile(99)).isEqualTo(198);
        assertThat(sample.percentile(100)).isEqualTo(200);
    }

    @Test
    void a_missed_aim_stands_in_the_table_and_in_the_file() {
        var missed = FAST.ratioAtLeast(10);
        assertThat(Table.of(List.of(missed))).contains("MISSED", "one call at a time: 1,000 accounts/s", "at least 10");
        assertThat(Table.markdown(List.of(missed))).contains("| `apply` | 6,000 accounts/s |", "| **missed** |");
        var json = JsonFile.array(List.of(missed)).get(0);
        assertThat(json.get("met").asBoolean(true)).isFalse();
        assertThat(json.get("aim").asText()).isEqualTo("ratio at least 10");
        assertThat(json.get("against").asText()).isEqualTo("one call at a time: 1,000 accounts/s");
    }

    @Test
    void what_a_measurement_has_not_is_null_in_the_file() {
        var json = JsonFile.array(List.of(Measurement.of("wake p50", 12.5, "ms", 40)))
                .get(0);
        assertThat(json.get("value").asDouble()).isEqualTo(12.5);
        assertThat(json.get("rounds").asInt()).isEqualTo(40);
        assertThat(List.of(json.get("against"), json.get("ratio"), json.get("aim"), json.get("met")))
                .allSatisfy(nothing -> assertThat(nothing.isNull()).isTrue());
    }
}
