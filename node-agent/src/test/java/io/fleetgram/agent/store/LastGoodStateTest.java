package io.fleetgram.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.store.LastGoodState.Storing;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastGoodStateTest {

    private static final EntryBytes INBOUND = entry("i/in1", "inbound");
    private static final EntryBytes ALICE = entry("a/alice.in1", "alice");
    private static final EntryBytes BOB = entry("a/bob.in1", "bob");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("state");
    }

    @Test
    void a_new_node_holds_nothing() throws IOException {
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(0, StateHash.EMPTY));
            assertThat(state.stored().entries()).isEmpty();
            assertThat(state.lastApplied()).isEmpty();
        }
    }

    @Test
    void a_delta_is_there_after_a_restart_with_the_very_bytes() throws IOException {
        var unknownFields = new EntryBytes("a/carol.in1", new byte[] {-1, 0, 7, -128});
        try (var state = LastGoodState.open(file)) {
            assertThat(put(state, 7, INBOUND, unknownFields)).isEqualTo(new Storing.Stored());
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(7, hash(INBOUND, unknownFields)));
            assertThat(state.stored().entries())
                    .filteredOn(entry -> entry.key().equals("a/carol.in1"))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.body()).containsExactly(-1, 0, 7, -128));
        }
    }

    @Test
    void a_delta_with_another_hash_changes_nothing() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            var wrong = state.store(2, hash(BOB), List.of(ALICE), List.of());
            assertThat(wrong).isEqualTo(new Storing.HashMismatch(hash(BOB), hash(INBOUND, ALICE)));
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
        }
    }

    @Test
    void a_delta_removes_and_replaces_and_a_repeat_changes_nothing() throws IOException {
        var newAlice = entry("a/alice.in1", "another credential");
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND, ALICE, BOB);
            for (int repeat = 0; repeat < 2; repeat++) {
                assertThat(state.store(
                                2, hash(INBOUND, newAlice), List.of(newAlice), List.of("a/bob.in1", "a/none.in1")))
                        .isEqualTo(new Storing.Stored());
            }
            assertThat(state.proof()).isEqualTo(new StateProof(2, hash(INBOUND, newAlice)));
        }
    }

    @Test
    void a_torn_tail_loses_the_last_delta_only_and_the_proof_says_so() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            state.store(2, hash(INBOUND, ALICE), List.of(ALICE), List.of());
        }
        cut(file, Files.size(file) - 1);
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
            state.store(2, hash(INBOUND, ALICE), List.of(ALICE), List.of());
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(2, hash(INBOUND, ALICE)));
        }
    }

    @Test
    void what_damage_left_is_in_doubt_until_a_controller_confirms_it() throws IOException {
        try (var state = LastGoodState.open(file)) {
            assertThat(state.doubt()).contains(LastGoodState.NOTHING_YET);
            put(state, 1, INBOUND);
            assertThat(state.doubt()).isEmpty();
            state.store(2, hash(INBOUND, ALICE), List.of(ALICE), List.of());
            state.storeVersion(3);
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.doubt()).isEmpty();
        }
        flip(file, Files.size(file) / 2);
        try (var state = LastGoodState.open(file)) {
            assertThat(state.doubt()).hasValueSatisfying(why -> assertThat(why).contains("cut off"));
            state.storeVersion(state.proof().version());
            assertThat(state.doubt()).isEmpty();
        }
    }

    @Test
    void a_file_without_a_whole_snapshot_goes_aside_and_the_one_before_it_is_in_doubt() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND, ALICE);
            state.markApplied(1);
            snapshot(state, 5, hash(INBOUND, BOB), INBOUND, BOB);
        }
        flip(file, 12);
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND, ALICE)));
            assertThat(state.doubt()).isPresent();
        }
        assertThat(directory.resolve("state.damaged")).exists();
    }

    @Test
    void a_doubt_outlives_restarts_and_a_state_that_was_cleared_on_purpose_is_in_none() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND, ALICE);
        }
        flip(file, 12);
        LastGoodState.open(file).close();
        try (var state = LastGoodState.open(file)) {
            assertThat(state.stored().entries()).isEmpty();
            assertThat(state.doubt()).hasValueSatisfying(why -> assertThat(why).contains("damaged"));
            state.clear();
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.doubt()).isEmpty();
        }
    }

    @Test
    void an_unchanged_answer_moves_the_version_and_what_was_applied_stays_applied() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            state.storeVersion(2);
            assertThat(state.appliedVersion()).isZero();
            state.markApplied(2);
            state.storeVersion(9);
            assertThat(state.appliedVersion()).isEqualTo(9);
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(9, hash(INBOUND)));
            assertThat(state.appliedVersion()).isEqualTo(9);
        }
    }

    @Test
    void until_the_core_took_a_delta_the_state_before_it_can_be_had() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            state.markApplied(1);
            state.store(2, hash(INBOUND, ALICE), List.of(ALICE), List.of());
            assertThat(state.appliedVersion()).isEqualTo(1);
            assertThat(state.lastApplied().orElseThrow().hash()).isEqualTo(hash(INBOUND));
            state.markApplied(2);
            assertThat(state.lastApplied().orElseThrow().hash()).isEqualTo(hash(INBOUND, ALICE));
        }
    }

    @Test
    void until_the_core_took_a_snapshot_the_state_before_it_can_be_had_also_after_a_restart() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND, ALICE);
            state.markApplied(1);
            assertThat(snapshot(state, 5, hash(INBOUND, BOB), INBOUND, BOB)).isEqualTo(new Storing.Stored());
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(5, hash(INBOUND, BOB)));
            assertThat(state.appliedVersion()).isEqualTo(1);
            assertThat(state.lastApplied().orElseThrow().hash()).isEqualTo(hash(INBOUND, ALICE));
            snapshot(state, 6, hash(BOB), BOB);
            assertThat(state.lastApplied().orElseThrow().hash()).isEqualTo(hash(INBOUND, ALICE));
            state.markApplied(6);
            assertThat(state.lastApplied().orElseThrow().hash()).isEqualTo(hash(BOB));
        }
        assertThat(directory.resolve("state.previous")).doesNotExist();
    }

    @Test
    void a_snapshot_with_another_hash_is_not_adopted() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            assertThat(snapshot(state, 5, hash(ALICE), BOB)).isInstanceOf(Storing.HashMismatch.class);
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
        }
    }

    @Test
    void a_death_in_the_middle_of_a_snapshot_leaves_the_old_state() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            try (var draft = state.beginSnapshot(5)) {
                draft.put(BOB);
            }
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(1, hash(INBOUND)));
        }
    }

    @Test
    void a_death_between_the_two_renames_of_a_snapshot_leaves_the_new_state() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND);
            state.markApplied(1);
            snapshot(state, 5, hash(BOB), BOB);
        }
        Files.move(file, directory.resolve("state.new"));
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(5, hash(BOB)));
            assertThat(state.lastApplied().orElseThrow().version()).isEqualTo(1);
        }
    }

    @Test
    void a_file_that_grew_is_rewritten_with_the_same_content() throws IOException {
        var big = new byte[300_000];
        try (var state = LastGoodState.open(file)) {
            for (int version = 1; version <= 8; version++) {
                big[0] = (byte) version;
                put(state, version, new EntryBytes("a/alice.in1", big.clone()));
            }
            assertThat(Files.size(file)).isGreaterThan(2_000_000);
            state.markApplied(8);
            assertThat(Files.size(file)).isLessThan(400_000);
            put(state, 9, new EntryBytes("a/alice.in1", new byte[] {1}));
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof().version()).isEqualTo(9);
            assertThat(state.appliedVersion()).isEqualTo(8);
            assertThat(state.lastApplied().orElseThrow().entries().getFirst().body())
                    .isEqualTo(big);
        }
    }

    @Test
    void a_cleared_state_stays_empty_after_a_restart() throws IOException {
        try (var state = LastGoodState.open(file)) {
            put(state, 1, INBOUND, ALICE);
            state.markApplied(1);
            snapshot(state, 2, hash(BOB), BOB);
            state.clear();
        }
        try (var state = LastGoodState.open(file)) {
            assertThat(state.proof()).isEqualTo(new StateProof(0, StateHash.EMPTY));
            assertThat(state.lastApplied()).isEmpty();
        }
    }

    @Test
    void nobody_else_can_read_the_file() throws IOException {
        LastGoodState.open(file).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static Storing put(LastGoodState state, long version, EntryBytes... entries) throws IOException {
        var after = new ArrayList<>(List.of(entries));
        state.stored().entries().stream()
                .filter(old -> after.stream().noneMatch(entry -> entry.key().equals(old.key())))
                .toList()
                .forEach(after::add);
        return state.store(version, hash(after.toArray(EntryBytes[]::new)), List.of(entries), List.of());
    }

    private static Storing snapshot(LastGoodState state, long version, StateHash expected, EntryBytes... entries)
            throws IOException {
        var draft = state.beginSnapshot(version);
        for (var entry : entries) {
            draft.put(entry);
        }
        return state.adopt(draft, expected);
    }

    private static void flip(Path file, long at) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(at);
            int old = raw.read();
            raw.seek(at);
            raw.write(old ^ 1);
        }
    }

    private static void cut(Path file, long length) throws IOException {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.setLength(length);
        }
    }

    private static EntryBytes entry(String key, String body) {
        return new EntryBytes(key, body.getBytes(StandardCharsets.UTF_8));
    }

    private static StateHash hash(EntryBytes... entries) {
        return Stream.of(entries)
                .map(entry -> EntryDigest.of(entry.key(), entry.body()))
                .reduce(StateHash.EMPTY, StateHash::plus);
    }
}
