package io.fleetgram.demo.chaos;

import java.time.Duration;
import java.util.List;

/**
 * One blow: who dies, and when.
 *
 * @param number in the plan, from 1
 * @param victims one, or two that die one right after the other
 * @param node the number of the node whose agent or core dies, or whose batch is waited for
 * @param delay passes before anything else
 * @param second passes before a second kill, or before an open transaction may go on; for a commit its thousandth part
 */
public record Stroke(int number, Moment moment, List<Victim> victims, int node, Duration delay, Duration second) {

    public Stroke {
        victims = List.copyOf(victims);
    }

    /** How many kills it is. */
    public int kills() {
        return moment == Moment.STARTING ? 2 : victims.size();
    }

    boolean strikes(Victim victim) {
        return victims.contains(victim);
    }

    @Override
    public String toString() {
        var who = String.join(" and ", victims.stream().map(Victim::title).toList());
        return "%d. %s, node %d: %s".formatted(number, who, node, moment.title());
    }
}
