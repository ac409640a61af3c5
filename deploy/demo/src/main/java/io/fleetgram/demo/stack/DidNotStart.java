package io.fleetgram.demo.stack;

/** A process of the stack did not come up; the message says which, why, and where its log is. */
public final class DidNotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DidNotStart(String message) {
        super(message);
    }
}
