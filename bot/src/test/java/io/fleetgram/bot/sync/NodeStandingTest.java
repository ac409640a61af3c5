package io.fleetgram.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.fleet.HeldState;
import io.fleetgram.bot.fleet.NodeStatus;
import io.fleetgram.bot.fleet.SyncTrouble;
import io.fleetgram.shared.StateHash;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NodeStandingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:00:00Z");
    private static final StateHash HASH = new StateHash(1, 2);
    private static final Optional<NodeStates.Wanted> WANTED = Optional.of(new NodeStates.Wanted(40, HASH));

    @Test
    void a_node_whose_hash_is_the_wanted_one_is_in_step_whatever_happened_elsewhere_since() {
        assertThat(NodeStanding.of(WANTED, status(HASH, 12, 12, 0, 0))).isEqualTo(NodeStanding.IN_STEP);
    }

    @Test
    void the_worst_that_is_true_is_the_word() {
        assertThat(NodeStanding.of(WANTED, status(HASH, 12, 12, 3, 0))).isEqualTo(NodeStanding.PARTLY);
        assertThat(NodeStanding.of(WANTED, status(HASH, 12, 11, 3, 0))).isEqualTo(NodeStanding.APPLYING);
        assertThat(NodeStanding.of(WANTED, status(StateHash.EMPTY, 40, 40, 3, 0)))
                .as("another hash under the wanted version")
                .isEqualTo(NodeStanding.BEHIND);
        assertThat(NodeStanding.of(WANTED, status(StateHash.EMPTY, 12, 11, 3, 1)))
                .isEqualTo(NodeStanding.FAILING);
        assertThat(NodeStanding.of(WANTED, NodeStatus.UNHEARD)).isEqualTo(NodeStanding.UNHEARD);
        assertThat(NodeStanding.of(Optional.empty(), status(HASH, 12, 12, 0, 0)))
                .as("this controller does not know the node yet")
                .isEqualTo(NodeStanding.BEHIND);
    }

    @Test
    void a_silent_node_is_silent_whatever_it_said_last() {
        var last = status(HASH, 12, 12, 0, 9);
        var silent = new NodeStatus(
                last.lastHeartbeatAt(),
                last.held(),
                last.agent(),
                last.core(),
                last.host(),
                last.lastConvergence(),
                Optional.of(NOW),
                0,
                last.syncTrouble(),
                Optional.empty());
        assertThat(NodeStanding.of(WANTED, silent)).isEqualTo(NodeStanding.SILENT);
    }

    private static NodeStatus status(StateHash hash, long stored, long applied, int failedEntries, int failedSyncs) {
        return new NodeStatus(
                Optional.of(NOW),
                new HeldState(OptionalLong.of(stored), Optional.of(hash), OptionalLong.of(applied), Optional.of(NOW)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                failedEntries,
                Optional.of(new SyncTrouble(failedSyncs, "disk full", NOW)),
                Optional.empty());
    }
}
