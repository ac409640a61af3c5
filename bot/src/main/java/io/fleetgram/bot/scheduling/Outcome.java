package io.fleetgram.bot.scheduling;

/**
 * How one run of a job ended; a run that throws has failed.
 *
 * @param summary one short sentence for the jobs screen
 */
public record Outcome(String summary) {

    /** The run found {@code count} things to do and did them. */
    public static Outcome did(long count) {
        return new Outcome(count == 0 ? "nothing to do" : count + " done");
    }
}
