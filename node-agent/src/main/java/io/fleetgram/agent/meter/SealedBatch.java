package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;

/** A batch whose bytes never change again. */
public final class SealedBatch {

    private final long ordinal;
    private final Cursor position;
    private final byte[] bytes;

    SealedBatch(long ordinal, Cursor position, byte[] bytes) {
        this.ordinal = ordinal;
        this.position = position;
        this.bytes = bytes;
    }

    /** Numbers the batches of this node over all epochs, without holes. */
    public long ordinal() {
        return ordinal;
    }

    /** Its epoch and its number there. */
    public Cursor position() {
        return position;
    }

    /** As they are sent, every time; not copied, and not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
