package io.fleetgram.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values of one kind, in the order in which they came. */
public final class Sample {

    private final List<Double> values = new ArrayList<>();

    public void add(double value) {
        values.add(value);
    }

    public int size() {
        return values.size();
    }

    public double median() {
        return percentile(50);
    }

    /**
     * Returns the smallest value that at least this part of all values does not exceed.
     *
     * @param percent 1 to 100
     * @throws IllegalStateException if there is no value
     */
    public double percentile(int percent) {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1);
    }
}
