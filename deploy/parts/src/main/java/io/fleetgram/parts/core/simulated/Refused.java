package io.fleetgram.parts.core.simulated;

/** A configuration that the core will not run; the message is what it prints. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    public Refused(String message) {
        super(message);
    }
}
