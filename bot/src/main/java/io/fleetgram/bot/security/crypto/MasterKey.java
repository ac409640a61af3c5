package io.fleetgram.bot.security.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key for AES-256-GCM and the name under which sealed bytes refer to it.
 *
 * @param id 4 bytes that follow from the key, so that nobody has to name keys, and that give nothing of it away
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content in equalsId only
record MasterKey(byte[] id, SecretKey key) {

    static final int ID_BYTES = 4;
    private static final int KEY_BYTES = 32;

    /**
     * Reads the Base64 form of 32 bytes.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static MasterKey parse(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64.strip());
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("a master key has 32 bytes, not " + bytes.length);
        }
        var key = new SecretKeySpec(bytes, "AES");
        return new MasterKey(idOf(bytes), key);
    }

    boolean hasId(byte[] other) {
        return Arrays.equals(id, other);
    }

    private static byte[] idOf(byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            byte[] name = mac.doFinal("fleetgram master key id".getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(name, ID_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has HMAC-SHA256", impossible);
        }
    }
}
