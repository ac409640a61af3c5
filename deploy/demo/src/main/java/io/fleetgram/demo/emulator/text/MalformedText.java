package io.fleetgram.demo.emulator.text;

/** Leaves the depth of a parser with the server's words; never leaves this package. */
final class MalformedText extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    MalformedText(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
