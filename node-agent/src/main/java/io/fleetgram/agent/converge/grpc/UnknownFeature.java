package io.fleetgram.agent.converge.grpc;

/** Thrown, and caught by the reader of the whole state, where an entry asks for what this agent has never heard of. */
final class UnknownFeature extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownFeature(String what) {
        super(what, null, false, false);
    }
}
