package io.fleetgram.agent.core;

/** What became of one {@link UserChange}. */
public sealed interface UserOutcome {

    record Done() implements UserOutcome {}

    /** The e-mail is taken; whether with the same account is not said. Nothing was changed. */
    record AlreadyThere() implements UserOutcome {}

    /** Nobody of that e-mail was there to be removed. */
    record NotThere() implements UserOutcome {}

    /** The core said no and goes on. */
    record Refused(String reason) implements UserOutcome {}

    /**
     * No answer: the core died, hung or was not reached. Whether the change was made is unknown.
     *
     * @param sent false if the change was never sent, so it certainly was not made
     */
    record CoreGone(boolean sent, String reason) implements UserOutcome {}
}
