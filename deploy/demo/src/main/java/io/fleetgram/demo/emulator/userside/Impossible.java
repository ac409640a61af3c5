package io.fleetgram.demo.emulator.userside;

/** Something no person could do: the chat is not theirs, the button is not there. Says what and why. */
public final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    public Impossible(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
