package io.fleetgram.shared.pki;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SHA-256 over the DER form of a certificate or of a public key, by which one names it without sending it.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Fingerprint(String hex) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a fingerprint is 64 hexadecimal digits, not: " + hex);
        }
    }

    /** Returns the fingerprint of a whole certificate. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            return of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    /** Returns the fingerprint of a public key in its X.509 SubjectPublicKeyInfo form. */
    public static Fingerprint of(PublicKey key) {
        return of(key.getEncoded());
    }

    /**
     * Reads what a person pasted: digits in either case, with or without colons.
     *
     * @throws IllegalArgumentException if those are not 64 hexadecimal digits
     */
    public static Fingerprint parse(String text) {
        return new Fingerprint(text.strip().replace(":", "").toLowerCase(Locale.ROOT));
    }

    /**
     * Reads {@link #base64}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static Fingerprint fromBase64(String text) {
        return of(Base64.getUrlDecoder().decode(text.strip()), "43 characters of Base64 for URLs");
    }

    /**
     * Takes a digest that was made elsewhere.
     *
     * @throws IllegalArgumentException if it does not have 32 bytes
     */
    public static Fingerprint ofDigest(byte[] digest) {
        return of(digest, BYTES + " bytes");
    }

    /** Returns 43 characters of Base64 for URLs, for where 64 digits are too long. */
    public String base64() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** Returns the 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    private static Fingerprint of(byte[] digest, String form) {
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("a fingerprint is " + form);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest));
    }

    private static Fingerprint of(byte[] der) {
        try {
            return new Fingerprint(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
