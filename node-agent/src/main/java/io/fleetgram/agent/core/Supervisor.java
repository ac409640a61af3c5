package io.fleetgram.agent.core;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Owner of the core's process: starts it in a session of its own, keeps it running, and finds it again after the agent's
 * own death.
 *
 * <p>All methods may be called from any thread.
 */
public interface Supervisor extends AutoCloseable {

    /** How a wish to have the core running ended. */
    sealed interface Start {

        /**
         * The core runs and its API answers.
         *
         * @param adopted whether it had been running all along
         */
        record Up(CoreIdentity core, boolean adopted) implements Start {}

        /** It does not run; the supervisor goes on trying by itself. */
        record NotUp(String why) implements Start {}
    }

    /** Says whether the core is the agent's to start and stop; if not, no call does either. */
    boolean owns();

    /**
     * Takes over the core that an earlier agent left running, if that is provably ours and answers; else ends what remains
     * of our earlier cores. Looks only the first time; later it tells of the core that runs.
     *
     * @return the core that runs; empty if none does
     */
    Optional<CoreIdentity> adopt();

    /**
     * Makes the core run: leaves it alone if it does, else {@linkplain #adopt adopts} one, else starts it with
     * the present configuration file.
     */
    Start bringUp();

    /** Stops the core, if it runs, and starts it with the present configuration file. Every connection ends. */
    Start restart(String why);

    /** Stops the core and keeps it stopped until {@link #bringUp} or {@link #restart}. */
    void stop(String why);

    /**
     * Sets what runs before each stop that is planned, while the core still answers: the last reading of its counters.
     * The stop goes on when it returns or throws, or after the deadline for it.
     */
    void beforeStop(Runnable lastReading);

    /** Adds a listener that is told of every run of the core that begins or is adopted; it must return soon. */
    void whenStarted(Consumer<CoreIdentity> listener);

    CoreStatus status();

    /** Lets go of the core and leaves it running. */
    @Override
    void close();
}
