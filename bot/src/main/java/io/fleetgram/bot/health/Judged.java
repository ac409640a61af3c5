package io.fleetgram.bot.health;

import io.fleetgram.bot.fleet.NodeHealth;
import java.util.Optional;

/** A node after a check: what was found, and what its state is now. */
public record Judged(Subject subject, Finding finding, HealthState after) {

    /** Returns whether the check changed the verdict. */
    public boolean changed() {
        return !subject.state().verdict().equals(after.verdict());
    }

    /** Returns the verdict for the node's card; empty before the first. */
    public Optional<NodeHealth> health() {
        return after.verdict().map(verdict -> new NodeHealth(verdict, finding.reason(), after.since()));
    }
}
