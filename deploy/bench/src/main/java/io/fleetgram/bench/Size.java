package io.fleetgram.bench;

import java.util.List;

/**
 * How much every benchmark does.
 *
 * @param rounds measured rounds of benchmarks that do not say otherwise
 * @param warmUps rounds before them that do not count
 * @param applied accounts brought onto a core
 * @param oneByOne accounts of them that are brought one call at a time
 * @param taps accounts added in the chat
 * @param metered accounts that had traffic
 * @param entries accounts of the nodes whose agents are weighed
 * @param settle seconds after which an agent's memory is read
 * @param polls agents that wait
 * @param wakes changes that wake them
 * @param batches of traffic in one round
 * @param rows in one batch
 */
public record Size(
        int rounds,
        int warmUps,
        int applied,
        int oneByOne,
        int taps,
        int metered,
        List<Integer> entries,
        int settle,
        int polls,
        int wakes,
        int batches,
        int rows) {

    /** What the documentation's numbers are about. */
    public static final Size FULL =
            new Size(5, 2, 10_000, 2_000, 200, 50_000, List.of(1_000, 10_000, 100_000), 40, 1_000, 40, 10, 5_000);

    /** Enough to see that every benchmark works; its numbers mean nothing. */
    public static final Size TINY = new Size(1, 0, 20, 5, 2, 20, List.of(10), 0, 5, 2, 2, 20);
}
