package io.fleetgram.bot.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.NodeLifecycle.Move;
import io.fleetgram.bot.fleet.NodeLifecycle.Trigger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLifecycleTest {

    @Test
    void every_move_of_the_table_is_walked_by_a_life_and_nothing_else_moves_a_node() {
        var lives = List.of(
                List.of(
                        Trigger.FIRST_REPORT,
                        Trigger.DRAIN,
                        Trigger.ENABLE,
                        Trigger.DISABLE,
                        Trigger.ENABLE,
                        Trigger.REMOVE),
                List.of(Trigger.FIRST_REPORT, Trigger.DRAIN, Trigger.DISABLE, Trigger.REMOVE),
                List.of(Trigger.FIRST_REPORT, Trigger.DRAIN, Trigger.REMOVE),
                List.of(Trigger.REMOVE));
        var walked = new HashSet<Move>();
        for (var life : lives) {
            var state = NodeState.PENDING;
            for (var trigger : life) {
                walked.add(new Move(state, trigger));
                state = NodeLifecycle.after(state, trigger).orElseThrow();
            }
            assertThat(state).isEqualTo(NodeState.REMOVED);
        }

        assertThat(walked).isEqualTo(NodeLifecycle.moves().keySet());
        var refused = new ArrayList<Move>();
        for (var state : NodeState.values()) {
            for (var trigger : Trigger.values()) {
                if (NodeLifecycle.after(state, trigger).isEmpty()) {
                    refused.add(new Move(state, trigger));
                }
            }
        }
        assertThat(refused).hasSize(NodeState.values().length * Trigger.values().length - walked.size());
        assertThat(refused).contains(new Move(NodeState.DISABLED, Trigger.FIRST_REPORT));
    }

    @Test
    void a_removed_node_stays_removed() {
        for (var trigger : Trigger.values()) {
            assertThat(NodeLifecycle.after(NodeState.REMOVED, trigger)).isEmpty();
        }
    }
}
