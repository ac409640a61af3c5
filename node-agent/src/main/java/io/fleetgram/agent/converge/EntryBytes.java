package io.fleetgram.agent.converge;

/**
 * One entry of the desired state as it was received.
 *
 * <p>The body is not copied; nobody may change it.
 */
public final class EntryBytes {

    private final String key;
    private final byte[] body;

    /** The key is the text of an {@link io.fleetgram.shared.EntryKey}. */
    public EntryBytes(String key, byte[] body) {
        this.key = key;
        this.body = body;
    }

    public String key() {
        return key;
    }

    public byte[] body() {
        return body;
    }
}
