package io.fleetgram.bot.health;

import java.util.Optional;

/** A node after a check: what was found, and what its state is now. */
public record Judged(Subject subject, Finding finding, HealthState after) {

    /** Returns whether the check changed the verdict. */
    public boolean changed() {
        return !subject.state().verdict().equals(after.verdict());
    }

    /**
     * Returns the reason to be shown beside the verdict: of the check that changed it, or of a later one that bears it out.
     * Empty if this check speaks against the verdict without changing it; then the reason before stays.
     */
    public Optional<String> reason() {
        boolean bearsOut = after.verdict()
                .filter(verdict -> switch (verdict) {
                    case ONLINE -> finding.grade() == Grade.WELL;
                    case DEGRADED -> finding.grade() != Grade.WELL;
                    case OFFLINE -> finding.grade() == Grade.DEAD;
                })
                .isPresent();
        return changed() || bearsOut ? Optional.of(finding.reason()) : Optional.empty();
    }
}
