package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.shared.StateHash;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The desired state of every node as of one version, in digests.
 *
 * <p>Answers every poll without the database. Not safe for use by several threads at once.
 */
public final class StateIndex {

    private final EntrySums sums = new EntrySums();
    private final ChangeMemory memory;
    private final Map<String, Set<String>> nodesByInbound = new HashMap<>();
    private Map<String, Set<String>> offers;
    private long version;

    private StateIndex(long version, Map<String, Set<String>> offers, ChangeMemory memory) {
        this.version = version;
        this.offers = offers;
        this.memory = memory;
        reverseOffers();
    }

    static StateIndex of(
            long version, Map<String, Set<String>> offers, Map<String, Held> entries, ChangeMemory memory) {
        var index = new StateIndex(version, offers, memory);
        entries.forEach((key, held) -> index.sums.replace(key, Optional.of(held)));
        return index;
    }

    public long version() {
        return version;
    }

    /** Returns how many entries there are, over all nodes. */
    public int entries() {
        return sums.size();
    }

    /** Returns the state hash that a node must have now; empty for an unknown node. */
    public Optional<StateHash> hash(String node) {
        return Optional.ofNullable(offers.get(node)).map(offered -> sums.of(node, offered));
    }

    /** Takes over what was read, and returns the nodes that it concerns. */
    public Set<String> apply(Advance advance) {
        var concerned = new HashSet<String>(advance.resync());
        advance.resync().forEach(node -> memory.resync(node, advance.version()));
        advance.offers().ifPresent(now -> concerned.addAll(takeOffers(now, advance.version())));
        var seen = new HashSet<String>();
        for (var touch : advance.touches()) {
            var present = Optional.ofNullable(advance.present().get(touch.key().text()));
            var before = sums.replace(touch.key().text(), present.map(Held::of));
            // A second touch of one key in one reading hides what the key was between the two.
            var past = seen.add(touch.key().text())
                    ? before.<Past>map(Past.Was::new).orElseGet(Past.Absent::new)
                    : new Past.Unknown();
            memory.add(new KeyChange(touch, past, present));
            before.ifPresent(held -> concerned.addAll(holders(held.scope())));
            present.ifPresent(entry -> concerned.addAll(holders(entry.scope())));
            concerned.addAll(holders(touch.scope()));
        }
        version = advance.version();
        return concerned;
    }

    /** Judges what a node says it has stored. Versions are compared for equality; equal hashes settle everything. */
    public Verdict judge(String node, long storedVersion, StateHash storedHash) {
        var offered = offers.get(node);
        if (offered == null) {
            return new Verdict.UnknownNode();
        }
        var hash = sums.of(node, offered);
        if (hash.equals(storedHash)) {
            return new Verdict.Same(version);
        }
        if (storedVersion == 0) {
            return new Verdict.Whole(Verdict.Whole.Why.NEW);
        }
        if (storedVersion > version) {
            return new Verdict.Disagrees(Verdict.Disagrees.How.AHEAD);
        }
        if (memory.resyncsSince(node, storedVersion)) {
            return new Verdict.Whole(Verdict.Whole.Why.RESYNC);
        }
        if (!memory.reaches(storedVersion)) {
            return new Verdict.Whole(Verdict.Whole.Why.FAR_BEHIND);
        }
        return changes(new Changes(node, offered, hash), storedVersion, storedHash);
    }

    /** Returns the state hash that a node must have had at a remembered version; empty if that cannot be said. */
    public Optional<StateHash> hashAt(String node, long then) {
        var offered = offers.get(node);
        if (offered == null || then > version || memory.resyncsSince(node, then) || !memory.reaches(then)) {
            return Optional.empty();
        }
        return collect(new Changes(node, offered, sums.of(node, offered)), then).hashBefore();
    }

    private Verdict changes(Changes changes, long storedVersion, StateHash storedHash) {
        collect(changes, storedVersion);
        boolean wrong = changes.hashBefore()
                .filter(expected -> !expected.equals(storedHash))
                .isPresent();
        return wrong || changes.isEmpty()
                ? new Verdict.Disagrees(Verdict.Disagrees.How.HASH_DIFFERS)
                : changes.verdict(version);
    }

    private Changes collect(Changes changes, long then) {
        memory.since(then).forEach(changes::add);
        return changes;
    }

    private Set<String> takeOffers(Map<String, Set<String>> now, long at) {
        var changed = new HashSet<String>();
        now.forEach((node, inbounds) -> {
            if (!inbounds.equals(offers.get(node))) {
                memory.resync(node, at);
                changed.add(node);
            }
        });
        for (String node : offers.keySet()) {
            if (!now.containsKey(node)) {
                memory.forget(node);
                changed.add(node);
            }
        }
        offers = Map.copyOf(now);
        reverseOffers();
        return changed;
    }

    private void reverseOffers() {
        nodesByInbound.clear();
        offers.forEach((node, inbounds) -> inbounds.forEach(inbound ->
                nodesByInbound.computeIfAbsent(inbound, key -> new HashSet<>()).add(node)));
    }

    private Set<String> holders(Scope scope) {
        return switch (scope) {
            case Scope.Offering offering -> nodesByInbound.getOrDefault(offering.inboundKey(), Set.of());
            case Scope.OnNode one -> Set.of(one.nodeKey());
        };
    }
}
