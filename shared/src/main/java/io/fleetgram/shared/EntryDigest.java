package io.fleetgram.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The digest of one entry: the first 128 bits of SHA-256 over its key and its body.
 *
 * <p>The key's UTF-8 length (four bytes, big endian) goes first, so that no other split of the same bytes into key and
 * body has the same digest.
 */
public final class EntryDigest {

    private EntryDigest() {}

    /** Returns the digest as a summand of a {@link StateHash}. */
    public static StateHash of(String key, byte[] body) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        var sha256 = sha256();
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
        sha256.update(name);
        sha256.update(body);
        var digest = ByteBuffer.wrap(sha256.digest());
        return new StateHash(digest.getLong(), digest.getLong());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
