package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.index.Verdict;
import io.fleetgram.shared.StateHash;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who disagrees with us now, so that operators are told once; and deltas that led nowhere, so that none is sent for ever. */
final class Disagreements {

    /** A lost connection explains one delta that was asked for again; more mean that it does not fit. */
    private static final int REPEATS = 2;

    private record Attempt(long version, StateHash hash, int times) {}

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, Attempt> attempts = new ConcurrentHashMap<>();

    /** Returns whether operators have not been told yet. */
    boolean begins(String node) {
        return told.add(node);
    }

    void agrees(String node) {
        told.remove(node);
        attempts.remove(node);
    }

    /** Books a delta for a node that stored this; returns false if the same was answered too often. */
    boolean mayAnswer(PollAsked asked, Verdict.Changes changes) {
        var attempt = attempts.merge(
                asked.node(),
                new Attempt(asked.storedVersion(), asked.storedHash(), 1),
                (last, now) -> last.version() == now.version() && last.hash().equals(now.hash())
                        ? new Attempt(now.version(), now.hash(), last.times() + 1)
                        : now);
        return attempt.times() <= REPEATS;
    }
}
