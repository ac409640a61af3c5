package io.fleetgram.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Law 7: our own blindness is told from a failure of the fleet, in fleets of every size. */
class RoundTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Round.Witness FOR_US = new Round.Witness(true, false);
    private static final Round.Witness NOBODY_HEARD = new Round.Witness(false, false);
    private static final Round.Witness ANCHORS_FAIL = new Round.Witness(true, true);

    @Test
    void in_fleets_of_one_and_two_a_failure_is_a_failure() {
        assertThat(round(1, 1, NOBODY_HEARD)).isInstanceOf(Round.Decided.class);
        assertThat(round(2, 2, ANCHORS_FAIL)).isInstanceOf(Round.Decided.class);
    }

    @Test
    void three_of_three_are_our_own_blindness_if_a_witness_says_so_and_only_then() {
        assertThat(round(3, 3, FOR_US)).isInstanceOf(Round.Decided.class);
        assertThat(round(3, 3, NOBODY_HEARD)).isEqualTo(new Round.CutOff(3, 3));
        assertThat(round(3, 3, ANCHORS_FAIL)).isEqualTo(new Round.CutOff(3, 3));
    }

    @Test
    void half_of_a_thousand_is_a_failure_of_theirs_and_more_may_be_ours() {
        assertThat(round(1_000, 500, NOBODY_HEARD)).isInstanceOf(Round.Decided.class);
        assertThat(round(1_000, 501, NOBODY_HEARD)).isEqualTo(new Round.CutOff(501, 1_000));
        assertThat(round(1_000, 1_000, FOR_US)).isInstanceOf(Round.Decided.class);
    }

    @Test
    void nodes_that_were_offline_before_neither_fail_nor_count() {
        var subjects = List.of(
                subject(0, Optional.of(NodeVerdict.OFFLINE)),
                subject(1, Optional.of(NodeVerdict.OFFLINE)),
                subject(2, Optional.of(NodeVerdict.OFFLINE)),
                subject(3, Optional.of(NodeVerdict.ONLINE)));
        assertThat(Round.of(subjects, findings(subjects, 4), NOBODY_HEARD, HealthPolicy.USUAL, NOW))
                .isInstanceOf(Round.Decided.class);
    }

    @Test
    void a_decided_round_moves_every_node() {
        var decided = (Round.Decided) round(3, 1, FOR_US);
        assertThat(decided.nodes()).extracting(judged -> judged.after().dead()).containsExactly(1, 0, 0);
    }

    private static Round round(int nodes, int dead, Round.Witness witness) {
        var subjects = IntStream.range(0, nodes)
                .mapToObj(i -> subject(i, Optional.of(i % 2 == 0 ? NodeVerdict.ONLINE : NodeVerdict.DEGRADED)))
                .toList();
        return Round.of(subjects, findings(subjects, dead), witness, HealthPolicy.USUAL, NOW);
    }

    private static Map<Subject, Finding> findings(List<Subject> subjects, int dead) {
        var findings = new LinkedHashMap<Subject, Finding>();
        for (int i = 0; i < subjects.size(); i++) {
            findings.put(subjects.get(i), new Finding(i < dead ? Grade.DEAD : Grade.WELL, "", Optional.empty(), ""));
        }
        return findings;
    }

    private static Subject subject(int i, Optional<NodeVerdict> verdict) {
        return new Subject(
                i,
                new NodeKey("n" + i),
                "node " + i,
                "192.0.2.1",
                List.of(443),
                Optional.empty(),
                Optional.empty(),
                0,
                new HealthState(verdict, NOW, 0, 0, 0, 0, 0, NOW));
    }
}
