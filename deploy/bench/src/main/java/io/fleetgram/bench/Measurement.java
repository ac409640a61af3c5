package io.fleetgram.bench;

import java.util.Optional;

/**
 * One line of the result.
 *
 * @param name the benchmark's, and where it measures several things, which of them
 * @param value the median or percentile over the rounds, in {@code unit}
 * @param against what the same work took another way, in the same run
 * @param rounds how many were measured; those before them, to warm up, do not count
 */
public record Measurement(
        String name, double value, String unit, Optional<Against> against, Optional<Aim> aim, int rounds) {

    /** The other way of doing it, and its value in the same unit. */
    public record Against(String what, double value) {}

    /** What the value, or its ratio to the other way's, is to keep to. */
    public record Aim(Of of, double limit) {

        /** Which number an aim is about, and to which side of its limit it is to be. */
        public enum Of {
            VALUE_AT_MOST,
            RATIO_AT_LEAST,
            RATIO_AT_MOST
        }
    }

    public Optional<Double> ratio() {
        return against.map(other -> value / other.value());
    }

    /** Whether the aim was reached; empty if there is none. */
    public Optional<Boolean> met() {
        return aim.map(wanted -> switch (wanted.of()) {
            case VALUE_AT_MOST -> value <= wanted.limit();
            case RATIO_AT_LEAST -> ratio().orElseThrow() >= wanted.limit();
            case RATIO_AT_MOST -> ratio().orElseThrow() <= wanted.limit();
        });
    }

    public static Measurement of(String name, double value, String unit, int rounds) {
        return new Measurement(name, value, unit, Optional.empty(), Optional.empty(), rounds);
    }

    public Measurement against(String what, double other) {
        return new Measurement(name, value, unit, Optional.of(new Against(what, other)), aim, rounds);
    }

    public Measurement atMost(double limit) {
        return aim(Aim.Of.VALUE_AT_MOST, limit);
    }

    public Measurement ratioAtLeast(double limit) {
        return aim(Aim.Of.RATIO_AT_LEAST, limit);
    }

    public Measurement ratioAtMost(double limit) {
        return aim(Aim.Of.RATIO_AT_MOST, limit);
    }

    private Measurement aim(Aim.Of of, double limit) {
        return new Measurement(name, value, unit, against, Optional.of(new Aim(of, limit)), rounds);
    }
}
