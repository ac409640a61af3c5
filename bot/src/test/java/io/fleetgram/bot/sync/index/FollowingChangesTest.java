package io.fleetgram.bot.sync.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.shared.StateHash;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that follow two controllers through random changes, held against a history that forgets nothing. */
class FollowingChangesTest {

    private static final int STEPS = 3_000;
    private static final int MEMORY = 40;
    private static final List<String> NODES = List.of("n1", "n2", "n3", "n4");
    private static final List<String> INBOUNDS = List.of("i1", "i2", "i3");

    /** Everything as of one version. */
    private record Moment(Map<String, StateEntry> entries, Map<String, Set<String>> offers) {
        Map<String, StateEntry> of(String node) {
            var held = new HashMap<String, StateEntry>();
            entries.forEach((key, entry) -> {
                boolean here = switch (entry.scope()) {
                    case Scope.Offering offering ->
                        offers.getOrDefault(node, Set.of()).contains(offering.inboundKey());
                    case Scope.OnNode one -> one.nodeKey().equals(node);
                };
                if (here) {
                    held.put(key, entry);
                }
            });
            return held;
        }
    }

    private static final class FollowingNode {
        private long version;
        private final Map<String, StateEntry> entries = new HashMap<>();

        StateHash hash() {
            return entries.values().stream().map(StateEntry::digest).reduce(StateHash.EMPTY, StateHash::plus);
        }
    }

    private enum Met {
        SAME,
        CHANGES,
        WHOLE,
        AHEAD
    }

    private final List<Moment> history = new ArrayList<>();
    private final List<Touch> log = new ArrayList<>();
    private final Map<String, FollowingNode> nodes = new LinkedHashMap<>();
    private final StateIndex[] controllers = new StateIndex[2];
    private final Map<Met, Integer> met = new EnumMap<>(Met.class);
    private int bodies;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261120, -7})
    void whatever_happens_a_node_that_follows_holds_what_a_fresh_snapshot_would_hold(long seed) {
        var random = new Random(seed);
        var offers = new HashMap<String, Set<String>>();
        NODES.forEach(node -> offers.put(node, Set.of("i1")));
        history.add(new Moment(Map.of(), Map.of()));
        history.add(new Moment(Map.of(), Map.copyOf(offers)));
        NODES.forEach(node -> nodes.put(node, new FollowingNode()));
        controllers[0] = restarted();
        controllers[1] = restarted();

        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> commit(random);
                case 3 -> {
                    if (random.nextInt(20) == 0) {
                        offerElse(random);
                    }
                }
                case 4 -> {
                    if (random.nextInt(30) == 0) {
                        controllers[random.nextInt(2)] = restarted();
                    }
                }
                case 5, 6 -> read(controllers[random.nextInt(2)]);
                default -> poll(NODES.get(random.nextInt(NODES.size())), controllers[random.nextInt(2)]);
            }
        }
        for (var controller : controllers) {
            read(controller);
            NODES.forEach(node -> poll(node, controller));
        }

        nodes.forEach((name, node) -> assertThat(node.entries).isEqualTo(now().of(name)));
        assertThat(met.keySet()).containsExactlyInAnyOrder(Met.values());
        assertThat(met.get(Met.CHANGES)).isGreaterThan(met.get(Met.WHOLE));
    }

    private void poll(String name, StateIndex controller) {
        var node = nodes.get(name);
        switch (controller.judge(name, node.version, node.hash())) {
            case Verdict.Same same -> {
                count(Met.SAME);
                node.version = same.version();
            }
            case Verdict.Changes changes -> {
                count(Met.CHANGES);
                changes.put().forEach(entry -> node.entries.put(entry.key().text(), entry));
                changes.remove().forEach(node.entries::remove);
                node.version = changes.version();
                assertThat(node.hash()).isEqualTo(changes.hash());
            }
            case Verdict.Whole whole -> {
                count(Met.WHOLE);
                node.entries.clear();
                node.entries.putAll(history.get((int) controller.version()).of(name));
                node.version = controller.version();
                assertThat(controller.hash(name)).contains(node.hash());
            }
            case Verdict.Disagrees disagrees -> {
                count(Met.AHEAD);
                assertThat(disagrees.how()).isEqualTo(Verdict.Disagrees.How.AHEAD);
                assertThat(node.version).isGreaterThan(controller.version());
                return;
            }
            case Verdict.UnknownNode unknown -> fail("every node is known");
        }
        assertThat(node.entries)
                .isEqualTo(history.get((int) controller.version()).of(name));
    }

    private void commit(Random random) {
        long version = history.size();
        var entries = new HashMap<>(now().entries());
        for (int i = 0; i <= random.nextInt(4); i++) {
            var inbound = INBOUNDS.get(random.nextInt(INBOUNDS.size()));
            var key = random.nextInt(10) == 0
                    ? new EntryKey.OfNode("x" + random.nextInt(3))
                    : new EntryKey.UserOnInbound("a" + random.nextInt(12), inbound);
            touch(version, key, entries);
            if (random.nextInt(3) == 0) {
                entries.remove(key.text());
            } else {
                var scope = key instanceof EntryKey.OfNode
                        ? new Scope.OnNode(NODES.get(random.nextInt(NODES.size())))
                        : new Scope.Offering(inbound);
                byte[] body = {(byte) (bodies >> 8), (byte) bodies++};
                entries.put(key.text(), new StateEntry(key, body, scope));
            }
            touch(version, key, entries);
        }
        history.add(new Moment(Map.copyOf(entries), now().offers()));
    }

    /** Names the nodes that hold the entry at this point, as a change does for the old scope and the new. */
    private void touch(long version, EntryKey key, Map<String, StateEntry> entries) {
        var entry = Optional.ofNullable(entries.get(key.text()));
        log.add(entry.map(held -> new Touch(version, key, held.scope())).orElseGet(() -> Touch.of(version, key)));
    }

    private void offerElse(Random random) {
        var offers = new HashMap<>(now().offers());
        var offered = new HashSet<String>();
        INBOUNDS.stream().filter(inbound -> random.nextBoolean()).forEach(offered::add);
        offers.put(NODES.get(random.nextInt(NODES.size())), Set.copyOf(offered));
        history.add(new Moment(now().entries(), Map.copyOf(offers)));
    }

    private void read(StateIndex controller) {
        var touches = log.stream()
                .filter(touch -> touch.version() > controller.version())
                .toList();
        controller.apply(new Advance(
                history.size() - 1, touches, now().entries(), Optional.of(now().offers()), Set.of(), List.of()));
    }

    private StateIndex restarted() {
        long version = history.size() - 1;
        long floor = Math.max(1, version - 5);
        var loading = new IndexLoading(
                version,
                now().offers(),
                log.stream().filter(touch -> touch.version() > floor).toList());
        for (long at = floor + 1; at <= version; at++) {
            if (!history.get((int) at).offers().equals(history.get((int) at - 1).offers())) {
                loading.resyncAll(at);
            }
        }
        now().entries().values().forEach(loading::add);
        return loading.finish(MEMORY, floor);
    }

    private Moment now() {
        return history.getLast();
    }

    private void count(Met what) {
        met.merge(what, 1, Integer::sum);
    }
}
