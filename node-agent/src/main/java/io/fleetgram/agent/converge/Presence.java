package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.CoreIdentity;
import java.time.Duration;

/** Gets the core to run with the desired inbounds, as far as that is the agent's to do, and knows what it holds. */
interface Presence {

    /** What came of it. */
    sealed interface Outcome {

        /** It runs; {@code restarted} if it was started or restarted now. */
        record Running(Held held, InboundPlan plan, boolean restarted) implements Outcome {}

        record NotRunning(Convergence end) implements Outcome {}
    }

    Outcome ensure(Desired desired, Target target);

    /** Reads anew what a running core holds, and leaves its inbounds as they are. */
    Outcome reread(CoreIdentity run, Desired desired, Target target);

    /** Reads from the core what it holds, whatever is remembered. */
    HeldReader.Reading readAgain(CoreIdentity run);

    /** Returns whether so much time has passed that it should be looked again at what the core holds. */
    boolean isCheckDue(Held present, Duration every);

    /** Notes that the core was found to hold this, in another way than by reading it. */
    void checked(Held present);
}
