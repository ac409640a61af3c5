package io.fleetgram.demo.emulator.faults;

/** The request gets no answer: its connection is closed. */
public final class ConnectionCut extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ConnectionCut() {
        super("connection cut by a fault", null, false, false);
    }
}
