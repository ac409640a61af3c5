package io.fleetgram.bot.sync.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.index.Verdict.Disagrees.How;
import io.fleetgram.bot.sync.index.Verdict.Whole.Why;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.shared.StateHash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateIndexTest {

    private static final StateEntry ANNA = account("anna", "in1", "first");
    private static final StateEntry BELA = account("bela", "in1", "first");

    private final StateIndex index = load(10, Map.of("n1", Set.of("in1"), "n2", Set.of()), List.of(ANNA));
    private final StateHash start = index.hash("n1").orElseThrow();

    @Test
    void a_node_with_the_right_hash_holds_the_present_version_whatever_version_it_names() {
        assertThat(index.judge("n1", 10, start)).isEqualTo(new Verdict.Same(10));
        assertThat(index.judge("n1", 4, start)).isEqualTo(new Verdict.Same(10));
        assertThat(index.judge("n1", 99, start)).isEqualTo(new Verdict.Same(10));
    }

    @Test
    void a_node_that_has_nothing_gets_everything() {
        assertThat(index.judge("n1", 0, StateHash.EMPTY)).isEqualTo(new Verdict.Whole(Why.NEW));
    }

    @Test
    void a_node_with_nothing_to_hold_agrees_from_the_start() {
        assertThat(index.judge("n2", 0, StateHash.EMPTY)).isEqualTo(new Verdict.Same(10));
    }

    @Test
    void a_version_that_never_was_is_a_disagreement() {
        assertThat(index.judge("n1", 11, StateHash.EMPTY)).isEqualTo(new Verdict.Disagrees(How.AHEAD));
    }

    @Test
    void another_hash_under_a_known_version_is_a_disagreement() {
        assertThat(index.judge("n1", 10, BELA.digest())).isEqualTo(new Verdict.Disagrees(How.HASH_DIFFERS));
        change(11, BELA);
        assertThat(index.judge("n1", 10, start.plus(BELA.digest()).plus(BELA.digest())))
                .isEqualTo(new Verdict.Disagrees(How.HASH_DIFFERS));
    }

    @Test
    void a_node_behind_gets_the_present_state_of_each_changed_key_once() {
        change(11, BELA);
        change(12, account("bela", "in1", "second"));
        remove(13, ANNA.key());

        assertThat(index.judge("n1", 10, start)).isInstanceOfSatisfying(Verdict.Changes.class, changes -> {
            assertThat(changes.version()).isEqualTo(13);
            assertThat(changes.put()).extracting(entry -> text(entry)).containsExactly("a/bela.in1=second");
            assertThat(changes.remove()).containsExactly("a/anna.in1");
            assertThat(changes.hash())
                    .isEqualTo(account("bela", "in1", "second").digest());
            assertThat(changes.proven()).isTrue();
        });
    }

    @Test
    void a_change_concerns_only_the_nodes_that_hold_the_entry() {
        assertThat(change(11, BELA)).containsExactly("n1");
        assertThat(index.judge("n2", 10, StateHash.EMPTY)).isEqualTo(new Verdict.Same(11));
    }

    @Test
    void an_entry_that_moves_from_one_node_to_another_is_put_here_and_removed_there() {
        var here = new StateEntry(new EntryKey.OfNode("x"), bytes("1"), new StateEntry.Scope.OnNode("n1"));
        var there = new StateEntry(new EntryKey.OfNode("x"), bytes("1"), new StateEntry.Scope.OnNode("n2"));
        change(11, here);
        var hash1 = index.hash("n1").orElseThrow();

        assertThat(change(12, there)).contains("n1", "n2");

        assertThat(index.judge("n1", 11, hash1))
                .isInstanceOfSatisfying(
                        Verdict.Changes.class,
                        changes -> assertThat(changes.remove()).containsExactly("n/x"));
        assertThat(index.judge("n2", 11, StateHash.EMPTY))
                .isInstanceOfSatisfying(
                        Verdict.Changes.class,
                        changes -> assertThat(changes.put()).hasSize(1));
    }

    @Test
    void a_node_whose_offered_inbounds_changed_needs_everything() {
        var concerned = index.apply(new Advance(
                11,
                List.of(),
                Map.of(),
                Optional.of(Map.of("n1", Set.of("in1", "in2"), "n2", Set.of())),
                Set.of("n2"),
                List.of()));
        change(12, account("anna", "in2", "new"));

        assertThat(concerned).containsExactlyInAnyOrder("n1", "n2");
        assertThat(index.judge("n1", 10, start)).isEqualTo(new Verdict.Whole(Why.RESYNC));
        assertThat(index.judge("n1", 11, start)).isInstanceOf(Verdict.Changes.class);
    }

    /** What is handed over holds no account: the sum of the inbound is known and is all that is needed. */
    @Test
    void an_offer_switched_on_adds_one_number_and_switched_off_takes_it_away() {
        var users = IntStream.range(0, 10_000)
                .mapToObj(i -> account("u" + i, "in9", "uuid " + i))
                .toList();
        var without = Map.of("n1", Set.of("in1"));
        var with = Map.of("n1", Set.of("in1", "in9"));
        var all = new ArrayList<>(users);
        all.add(ANNA);
        var many = load(10, without, all);
        var before = many.hash("n1").orElseThrow();
        var sum = users.stream().map(StateEntry::digest).reduce(StateHash.EMPTY, StateHash::plus);

        many.apply(new Advance(11, List.of(), Map.of(), Optional.of(with), Set.of(), List.of()));
        assertThat(many.hash("n1"))
                .contains(before.plus(sum))
                .isEqualTo(load(11, with, all).hash("n1"));

        many.apply(new Advance(12, List.of(), Map.of(), Optional.of(without), Set.of(), List.of()));
        assertThat(many.hash("n1")).contains(before);
        assertThat(many.judge("n1", 10, before)).isEqualTo(new Verdict.Same(12));
    }

    @Test
    void a_removed_node_is_unknown() {
        index.apply(new Advance(11, List.of(), Map.of(), Optional.of(Map.of("n2", Set.of())), Set.of(), List.of()));

        assertThat(index.judge("n1", 10, start)).isEqualTo(new Verdict.UnknownNode());
        assertThat(index.hash("n1")).isEmpty();
    }

    @Test
    void what_is_older_than_the_memory_needs_everything() {
        for (int version = 11; version <= 30; version++) {
            change(version, account("bela", "in1", "v" + version));
        }

        // The memory of this index holds 16 changes: 15 to 30.
        var then = start.plus(account("bela", "in1", "v14").digest());
        assertThat(index.judge("n1", 14, then)).isInstanceOf(Verdict.Changes.class);
        assertThat(index.judge("n1", 13, start)).isEqualTo(new Verdict.Whole(Why.FAR_BEHIND));
    }

    @Test
    void between_two_changes_of_a_key_that_were_read_at_once_nothing_is_proven_and_the_end_is_right() {
        var last = account("bela", "in1", "second");
        index.apply(new Advance(
                12,
                List.of(Touch.of(11, BELA.key()), Touch.of(12, BELA.key())),
                Map.of(BELA.key().text(), last),
                Optional.empty(),
                Set.of(),
                List.of()));

        assertThat(index.judge("n1", 11, start.plus(BELA.digest())))
                .isInstanceOfSatisfying(Verdict.Changes.class, changes -> {
                    assertThat(changes.proven()).isFalse();
                    assertThat(changes.put()).containsExactly(last);
                    assertThat(changes.hash()).isEqualTo(start.plus(last.digest()));
                });
        assertThat(index.judge("n1", 10, start))
                .isInstanceOfSatisfying(
                        Verdict.Changes.class,
                        changes -> assertThat(changes.proven()).isTrue());
    }

    @Test
    void after_a_restart_recent_changes_are_served_from_the_log() {
        var loading = new IndexLoading(
                12, Map.of("n1", Set.of("in1")), List.of(Touch.of(11, BELA.key()), Touch.of(12, ANNA.key())));
        loading.add(BELA);
        var restarted = loading.finish(16, 10);

        assertThat(restarted.judge("n1", 10, start)).isInstanceOfSatisfying(Verdict.Changes.class, changes -> {
            assertThat(changes.put()).containsExactly(BELA);
            assertThat(changes.remove()).containsExactly("a/anna.in1");
            assertThat(changes.proven()).isFalse();
        });
        assertThat(restarted.judge("n1", 9, start)).isEqualTo(new Verdict.Whole(Why.FAR_BEHIND));
    }

    @Test
    void the_hash_of_an_earlier_version_is_known_as_far_as_the_memory_reaches() {
        change(11, BELA);
        remove(12, ANNA.key());

        assertThat(index.hashAt("n1", 10)).contains(start);
        assertThat(index.hashAt("n1", 11)).contains(start.plus(BELA.digest()));
        assertThat(index.hashAt("n1", 12)).isEqualTo(index.hash("n1"));
        assertThat(index.hashAt("n1", 13)).isEmpty();
        assertThat(index.hashAt("n1", 9)).isEmpty();
    }

    private Set<String> change(long version, StateEntry entry) {
        return index.apply(new Advance(
                version,
                List.of(Touch.of(version, entry.key())),
                Map.of(entry.key().text(), entry),
                Optional.empty(),
                Set.of(),
                List.of()));
    }

    private void remove(long version, EntryKey key) {
        index.apply(
                new Advance(version, List.of(Touch.of(version, key)), Map.of(), Optional.empty(), Set.of(), List.of()));
    }

    private static StateIndex load(long version, Map<String, Set<String>> offers, List<StateEntry> entries) {
        var loading = new IndexLoading(version, new LinkedHashMap<>(offers), List.of());
        entries.forEach(loading::add);
        return loading.finish(16, version);
    }

    private static StateEntry account(String account, String inbound, String body) {
        return new StateEntry(
                new EntryKey.UserOnInbound(account, inbound), bytes(body), new StateEntry.Scope.Offering(inbound));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(StateEntry entry) {
        return entry.key().text() + "=" + new String(entry.body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_order_of_loading_does_not_matter() {
        var offers = Map.of("n1", Set.of("in1"));
        assertThat(load(1, offers, List.of(ANNA, BELA)).hash("n1"))
                .isEqualTo(load(1, offers, Arrays.asList(BELA, ANNA)).hash("n1"));
    }
}
