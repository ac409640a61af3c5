package io.fleetgram.bot.health;

import static io.fleetgram.bot.fleet.CoreFacts.State.FAILED;
import static io.fleetgram.bot.fleet.CoreFacts.State.RUNNING;
import static io.fleetgram.bot.fleet.CoreFacts.State.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.CoreFacts;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingTest {

    private static final PortOutcome OPEN = new PortOutcome.Open(Duration.ofMillis(14));
    private static final PortOutcome SLOW = new PortOutcome.Open(Duration.ofMillis(1_600));
    private static final PortOutcome REFUSED = new PortOutcome.Closed("refused");
    private static final Duration LATELY = Duration.ofSeconds(9);
    private static final Duration LONG_AGO = Duration.ofSeconds(31);

    @Test
    void open_ports_a_running_core_and_an_agent_that_is_heard_are_well() {
        var finding = find(Map.of(443, OPEN, 8443, OPEN), LATELY, RUNNING, 500);
        assertThat(finding.grade()).isEqualTo(Grade.WELL);
        assertThat(finding.reason()).isEmpty();
        assertThat(finding.latency()).contains(Duration.ofMillis(14));
        assertThat(finding.detail()).isEqualTo("443: 14 ms, 8443: 14 ms");
    }

    @Test
    void a_node_is_dead_when_no_port_answers_however_well_its_agent_is() {
        var finding = find(Map.of(443, REFUSED), LATELY, RUNNING, 0);
        assertThat(finding.grade()).isEqualTo(Grade.DEAD);
        assertThat(finding.reason()).isEqualTo("none of its ports can be reached (443: refused)");
    }

    @Test
    void a_silent_agent_is_a_trouble_while_ports_answer_because_users_are_served() {
        var finding = find(Map.of(443, OPEN), LONG_AGO, RUNNING, 0);
        assertThat(finding.grade()).isEqualTo(Grade.TROUBLED);
        assertThat(finding.reason()).contains("silent").contains("users are served");
        assertThat(find(Map.of(443, OPEN), LONG_AGO, STOPPED, 0).grade())
                .as("what it said of its core is old")
                .isEqualTo(Grade.TROUBLED);
    }

    @Test
    void a_silent_agent_without_a_port_to_try_is_dead() {
        assertThat(find(Map.of(), LONG_AGO, RUNNING, 0).grade()).isEqualTo(Grade.DEAD);
        assertThat(find(Map.of(), LATELY, RUNNING, 0).grade()).isEqualTo(Grade.WELL);
        assertThat(Finding.of(Look.of(Map.of(), Optional.empty(), Optional.empty(), 0), HealthPolicy.USUAL)
                        .grade())
                .isEqualTo(Grade.DEAD);
    }

    @Test
    void a_core_that_is_stopped_or_does_not_come_up_is_dead() {
        assertThat(find(Map.of(), LATELY, STOPPED, 0).reason()).isEqualTo("its core is stopped");
        assertThat(find(Map.of(443, OPEN), LATELY, FAILED, 0).reason()).isEqualTo("its core does not come up");
        assertThat(find(Map.of(), LATELY, FAILED, 0).grade()).isEqualTo(Grade.DEAD);
    }

    @Test
    void one_closed_port_a_slow_one_and_busy_processors_are_troubles() {
        assertThat(find(Map.of(443, OPEN, 8443, REFUSED), LATELY, RUNNING, 0).reason())
                .isEqualTo("some of its ports cannot be reached (8443: refused)");
        assertThat(find(Map.of(443, SLOW), LATELY, RUNNING, 0).reason())
                .contains("slowly")
                .contains("1600 ms");
        assertThat(find(Map.of(443, OPEN), LATELY, RUNNING, 971).reason()).contains("97 %");
        assertThat(find(Map.of(443, OPEN), LATELY, RUNNING, 970).grade()).isEqualTo(Grade.WELL);
    }

    private static Finding find(
            Map<Integer, PortOutcome> ports, Duration heardAgo, CoreFacts.State core, int cpuPermille) {
        return Finding.of(Look.of(ports, Optional.of(heardAgo), Optional.of(core), cpuPermille), HealthPolicy.USUAL);
    }
}
