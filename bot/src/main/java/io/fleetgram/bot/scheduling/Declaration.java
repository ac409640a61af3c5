package io.fleetgram.bot.scheduling;

import java.time.Duration;

/**
 * When a job runs and what its failures mean.
 *
 * @param name letters and hyphens; the key in the database, never changed once released
 * @param alertAfterFailures failures in a row after which operators are told
 */
public record Declaration(String name, Rhythm rhythm, Spread spread, int alertAfterFailures) {

    /** When it runs. */
    public sealed interface Rhythm {
        record Every(Duration interval) implements Rhythm {}

        /** A Quartz cron expression, UTC. */
        record Cron(String expression) implements Rhythm {}
    }

    /** Where it runs. */
    public enum Spread {
        ONCE_ACROSS_CONTROLLERS,
        ON_EVERY_CONTROLLER
    }

    public static Declaration every(String name, Duration interval) {
        return new Declaration(name, new Rhythm.Every(interval), Spread.ONCE_ACROSS_CONTROLLERS, 3);
    }

    public static Declaration cron(String name, String expression) {
        return new Declaration(name, new Rhythm.Cron(expression), Spread.ONCE_ACROSS_CONTROLLERS, 1);
    }

    public Declaration onEveryController() {
        return new Declaration(name, rhythm, Spread.ON_EVERY_CONTROLLER, alertAfterFailures);
    }

    public Declaration alertAfterFailures(int failures) {
        return new Declaration(name, rhythm, spread, failures);
    }
}
