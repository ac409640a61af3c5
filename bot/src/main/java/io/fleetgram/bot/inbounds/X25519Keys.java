package io.fleetgram.bot.inbounds;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/** An X25519 key pair (RFC 7748). Its text never shows the private half. */
public final class X25519Keys {

    /** Length of either half. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "X25519";

    /** RFC 7748, section 6.1: the public key is X25519(private key, 9). */
    private static final BigInteger BASE_POINT = BigInteger.valueOf(9);

    private final byte[] privateKey;
    private final byte[] publicKey;

    private X25519Keys(byte[] privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * Returns the pair of a private key.
     *
     * @param privateKey 32 bytes, as random as can be
     */
    public static X25519Keys of(byte[] privateKey) {
        if (privateKey.length != BYTES) {
            throw new IllegalArgumentException("an X25519 private key has 32 bytes, not " + privateKey.length);
        }
        try {
            var factory = KeyFactory.getInstance(ALGORITHM);
            var agreement = KeyAgreement.getInstance(ALGORITHM);
            agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, privateKey)));
            agreement.doPhase(
                    factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BASE_POINT)), true);
            return new X25519Keys(privateKey.clone(), agreement.generateSecret());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has X25519", impossible);
        }
    }

    public byte[] privateKey() {
        return privateKey.clone();
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Returns the public half as cores and share links write it: base64url without padding. */
    public String publicKeyText() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(publicKey);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof X25519Keys keys && MessageDigest.isEqual(privateKey, keys.privateKey);
    }

    @Override
    public int hashCode() {
        return publicKeyText().hashCode();
    }

    @Override
    public String toString() {
        return "X25519 " + publicKeyText();
    }
}
