package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one round of checks over the whole fleet comes to. */
public sealed interface Round {

    /** Fewer failing together are never taken for our own blindness. */
    int FEWEST = 3;

    /** Every node has its new state. */
    record Decided(List<Judged> nodes) implements Round {
        public Decided {
            nodes = List.copyOf(nodes);
        }
    }

    /** So much fails at once, and nothing speaks for us, that we are the ones who are cut off: no verdict changes. */
    record CutOff(int failing, int serving) implements Round {}

    /**
     * What speaks for or against this side.
     *
     * @param agentHeard whether any agent's word has come since the round before began
     * @param anchorsFail whether there are addresses to compare with, and none of them can be reached
     */
    record Witness(boolean agentHeard, boolean anchorsFail) {}

    /** Decides on a round. More than half of what served, and at least three nodes, must fail before witnesses are heard. */
    static Round of(
            List<Subject> subjects, Map<Subject, Finding> findings, Witness witness, HealthPolicy policy, Instant now) {
        long serving = subjects.stream().filter(Round::serves).count();
        long failing = subjects.stream()
                .filter(Round::serves)
                .filter(subject -> find(findings, subject).grade() == Grade.DEAD)
                .count();
        boolean many = failing >= FEWEST && failing * 2 > serving;
        if (many && (!witness.agentHeard() || witness.anchorsFail())) {
            return new CutOff((int) failing, (int) serving);
        }
        return new Decided(subjects.stream()
                .map(subject -> {
                    var finding = find(findings, subject);
                    return new Judged(
                            subject, finding, HealthLifecycle.after(subject.state(), finding.grade(), policy, now));
                })
                .toList());
    }

    private static boolean serves(Subject subject) {
        return subject.state()
                .verdict()
                .filter(verdict -> verdict != NodeVerdict.OFFLINE)
                .isPresent();
    }

    private static Finding find(Map<Subject, Finding> findings, Subject subject) {
        return Optional.ofNullable(findings.get(subject)).orElseThrow();
    }
}
