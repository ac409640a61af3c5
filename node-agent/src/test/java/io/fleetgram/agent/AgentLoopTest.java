package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.Notice;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.Convergence.Converged;
import io.fleetgram.agent.converge.Converger;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import io.fleetgram.agent.store.LastGoodState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLoopTest {

    private static final Duration DRIFT = Duration.ofSeconds(30);
    private static final EntryBytes ALICE = new EntryBytes("a/alice.in1", new byte[] {1});
    private static final EntryBytes BOB = new EntryBytes("a/bob.in1", new byte[] {2});
    private static final Converged NOTHING_DIFFERED = new Converged(0, 0, 1, 0, false, Duration.ZERO, List.of());
    private static final Converged ADDED = new Converged(1, 0, 0, 0, false, Duration.ofMillis(7), List.of());

    @TempDir
    Path directory;

    private final Deque<Convergence> outcomes = new ArrayDeque<>();
    private final List<List<String>> converged = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final ConvergenceBoard board = new ConvergenceBoard();
    private final Notices notices = new Notices(() -> Instant.EPOCH);
    private final Signal reported = new Signal();
    private final SyncAttempts attempts = new SyncAttempts();
    private LastGoodState state;
    private AgentLoop loop;

    @BeforeEach
    void begin() throws IOException {
        state = LastGoodState.open(directory.resolve("state"));
        loop = new AgentLoop(
                new AgentLoop.Parts(state, new Told(), board, notices, new Signal(), reported, DRIFT, attempts),
                new Backoff(Duration.ofMillis(500), DRIFT, new SplittableRandom(1)));
    }

    @AfterEach
    void end() throws IOException {
        state.close();
    }

    @Test
    void a_state_that_the_core_took_is_applied_told_at_once_and_looked_at_again_for_drift() throws Exception {
        store(7, ALICE);
        outcomes.add(ADDED);
        assertThat(loop.tick()).isEqualTo(DRIFT);
        assertThat(state.appliedVersion()).isEqualTo(7);
        assertThat(board.view().last())
                .isEqualTo("version 7: added 1, removed 0, unchanged 0, drift 0, failed 0, 7 ms");
        assertThat(reported.await(Duration.ZERO)).isTrue();
    }

    @Test
    void when_nothing_differs_nothing_is_told() throws Exception {
        store(7, ALICE);
        outcomes.addAll(List.of(ADDED, NOTHING_DIFFERED));
        loop.tick();
        reported.await(Duration.ZERO);
        loop.tick();
        assertThat(reported.await(Duration.ZERO)).isFalse();
        assertThat(board.view().last()).startsWith("version 7: added 1");
    }

    @Test
    void repaired_drift_is_told_to_operators() throws IOException {
        store(7, ALICE);
        outcomes.add(new Converged(1, 1, 5, 2, false, Duration.ZERO, List.of()));
        loop.tick();
        assertThat(notices.waiting()).extracting(Notice::kind).containsExactly("drift");
    }

    @Test
    void a_failed_entry_holds_up_nothing_and_is_tried_again_sooner() throws IOException {
        store(7, ALICE, BOB);
        var failed = new FailedEntry("a/bob.in1", "refused", false);
        outcomes.add(new Converged(1, 0, 0, 0, false, Duration.ZERO, List.of(failed)));
        assertThat(loop.tick()).isEqualTo(Duration.ofSeconds(10));
        assertThat(state.appliedVersion()).isEqualTo(7);
        assertThat(board.view().failed()).containsExactly(failed);
    }

    @Test
    void waiting_is_no_alarm_and_failing_is_told_once_for_each_reason() throws IOException {
        store(7, ALICE);
        outcomes.addAll(List.of(
                new Convergence.Waiting("the core starts"),
                new Convergence.Failed("no disk"),
                new Convergence.Failed("no disk"),
                new Convergence.Failed("no port")));
        assertThat(loop.tick()).isLessThan(Duration.ofSeconds(1));
        assertThat(notices.waiting()).isEmpty();
        loop.tick();
        loop.tick();
        loop.tick();
        assertThat(notices.waiting()).extracting(Notice::text).containsExactly("no disk", "no port");
        assertThat(state.appliedVersion()).isZero();
        assertThat(board.view().trouble()).isEqualTo("no port");
    }

    @Test
    void a_start_that_cannot_apply_what_is_stored_applies_what_the_core_had_taken_before() throws IOException {
        store(7, ALICE);
        outcomes.add(ADDED);
        loop.tick();
        store(8, ALICE, BOB);
        outcomes.addAll(List.of(new Convergence.Failed("refused as a whole"), ADDED));
        loop.begin();
        assertThat(converged).last().isEqualTo(List.of("a/alice.in1"));
        assertThat(notices.waiting()).extracting(Notice::kind).contains("fell-back");
        assertThat(state.appliedVersion()).isEqualTo(7);
        assertThat(state.proof().version()).isEqualTo(8);
    }

    @Test
    void attempts_that_fail_are_counted_until_one_goes_well() throws IOException {
        store(7, ALICE);
        for (int i = 1; i <= 5; i++) {
            outcomes.add(new Convergence.Failed("no core"));
            loop.tick();
            assertThat(attempts.view().failures()).isEqualTo(i);
        }
        assertThat(attempts.view().error()).isEqualTo("no core");
        outcomes.add(ADDED);
        loop.tick();
        assertThat(attempts.view().failures()).isZero();
    }

    @Test
    void a_new_node_changes_nothing_before_it_heard_from_a_controller() throws IOException {
        loop.begin();
        assertThat(converged).isEmpty();
        assertThat(kept).containsExactly("waiting for the controller: nothing was received yet");
        assertThat(notices.waiting()).isEmpty();
        store(1);
        outcomes.add(NOTHING_DIFFERED);
        loop.tick();
        assertThat(converged).containsExactly(List.of());
    }

    @Test
    void a_damaged_state_takes_nobody_off_the_core_until_a_controller_has_confirmed_or_replaced_it()
            throws IOException {
        store(7, ALICE, BOB);
        state.close();
        Files.write(directory.resolve("state"), new byte[] {1, 2, 3});
        begin();
        loop.begin();
        assertThat(converged).isEmpty();
        assertThat(kept).singleElement().asString().contains("state is damaged", "state.damaged");
        loop.tick();
        assertThat(notices.waiting()).extracting(Notice::kind).containsExactly("state-damaged");
        assertThat(directory.resolve("state.damaged")).hasBinaryContent(new byte[] {1, 2, 3});
        store(7, ALICE);
        outcomes.add(ADDED);
        loop.tick();
        assertThat(converged).containsExactly(List.of("a/alice.in1"));
    }

    @Test
    void a_disk_that_takes_nothing_is_told_in_plain_words_once() throws IOException {
        store(7, ALICE);
        state.close();
        for (int i = 0; i < 3; i++) {
            outcomes.add(ADDED);
            assertThat(loop.tick()).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(notices.waiting())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("cannot be noted, check disk space"));
    }

    @Test
    void a_fault_that_nobody_foresaw_does_not_end_the_loop() throws IOException {
        store(7, ALICE);
        assertThat(loop.tick()).isLessThan(Duration.ofSeconds(1));
        assertThat(notices.waiting()).extracting(Notice::kind).containsExactly("convergence-failed");
        outcomes.add(ADDED);
        loop.tick();
        assertThat(state.appliedVersion()).isEqualTo(7);
    }

    private final class Told implements Converger {

        @Override
        public Convergence converge(Collection<EntryBytes> desired) {
            converged.add(desired.stream().map(EntryBytes::key).sorted().toList());
            return outcomes.removeFirst();
        }

        @Override
        public Convergence keepAsItIs(String why) {
            kept.add(why);
            return new Convergence.Waiting(why);
        }
    }

    private void store(long version, EntryBytes... entries) throws IOException {
        var all = new HashMap<String, EntryBytes>();
        for (var entry : entries) {
            all.put(entry.key(), entry);
        }
        state.store(version, FakeFleet.hash(Map.copyOf(all)), List.of(entries), List.of());
    }
}
