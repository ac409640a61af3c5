package io.fleetgram.bot.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.NodeCommandLifecycle.Move;
import io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeCommandLifecycleTest {

    @Test
    void every_move_of_the_table_is_walked_by_a_life_and_nothing_else_moves_a_command() {
        var lives = List.of(
                List.of(Trigger.BEGIN, Trigger.SUCCEED),
                List.of(Trigger.BEGIN, Trigger.FAIL),
                List.of(Trigger.BEGIN, Trigger.LOSE),
                List.of(Trigger.BEGIN, Trigger.TIME_OUT, Trigger.SUCCEED),
                List.of(Trigger.BEGIN, Trigger.TIME_OUT, Trigger.FAIL),
                List.of(Trigger.SUCCEED),
                List.of(Trigger.FAIL),
                List.of(Trigger.LOSE),
                List.of(Trigger.CANCEL),
                List.of(Trigger.TIME_OUT));
        var walked = new HashSet<Move>();
        for (var life : lives) {
            var state = NodeCommandState.PENDING;
            for (var trigger : life) {
                walked.add(new Move(state, trigger));
                state = NodeCommandLifecycle.after(state, trigger).orElseThrow();
            }
            assertThat(state.isOpen()).isFalse();
        }
        assertThat(walked).isEqualTo(NodeCommandLifecycle.moves().keySet());
    }

    @Test
    void what_was_taken_back_or_came_too_late_never_begins_and_what_is_over_stays() {
        for (var state : List.of(
                NodeCommandState.CANCELLED, NodeCommandState.EXPIRED, NodeCommandState.DONE, NodeCommandState.FAILED)) {
            for (var trigger : Trigger.values()) {
                assertThat(NodeCommandLifecycle.after(state, trigger))
                        .as(state + " " + trigger)
                        .isEmpty();
            }
        }
        assertThat(NodeCommandLifecycle.after(NodeCommandState.UNKNOWN, Trigger.BEGIN))
                .isEmpty();
    }

    @Test
    void only_a_pending_command_can_be_taken_back() {
        for (var state : NodeCommandState.values()) {
            assertThat(NodeCommandLifecycle.after(state, Trigger.CANCEL).isPresent())
                    .isEqualTo(state == NodeCommandState.PENDING);
        }
    }
}
