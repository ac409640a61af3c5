package io.fleetgram.shared.pki;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret by which a node proves itself where a proxy ends TLS. The node makes it and keeps it; controllers keep its hash.
 *
 * @param secret 43 characters of Base64 for URLs: 256 random bits
 */
public record NodeToken(String secret) {

    /** Bytes of {@link #hash}. */
    public static final int HASH_BYTES = 32;

    private static final int BYTES = 32;
    private static final int ID_BYTES = 20;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public NodeToken {
        if (!FORM.matcher(secret).matches()) {
            throw new IllegalArgumentException("a node token is 43 characters of Base64 for URLs");
        }
    }

    public static NodeToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new NodeToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns the token if the text has the form of one. */
    public static Optional<NodeToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new NodeToken(text)) : Optional.empty();
    }

    /** Returns its SHA-256. 256 random bits need no salt. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    /** Returns what logs and the audit may show: 40 hexadecimal digits that name the token and give nothing of it away. */
    public String id() {
        return idOf(hash());
    }

    /** Returns the {@link #id} of the token with this hash. */
    public static String idOf(byte[] hash) {
        return HexFormat.of().formatHex(Arrays.copyOf(hash, ID_BYTES));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "token " + id();
    }
}
