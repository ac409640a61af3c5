package io.fleetgram.shared.pki;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;

/** Key pairs on the curve P-256 (secp256r1), the only kind that Fleetgram's identities use. */
public final class KeyPairs {

    private static final String CURVE = "secp256r1";
    private static final int CURVE_BITS = 256;

    private KeyPairs() {}

    public static KeyPair generate(SecureRandom random) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java runtime has P-256", impossible);
        }
    }

    /**
     * Reads a private key from PKCS#8, DER.
     *
     * @throws InvalidKeyException if the bytes are no such key
     */
    public static PrivateKey privateKey(byte[] pkcs8) throws InvalidKeyException {
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("not an EC private key in PKCS#8", e);
        }
    }

    /** Says whether the two halves belong together, by a signature made with one and checked with the other. */
    public static boolean match(KeyPair pair) {
        try {
            byte[] probe = pair.getPublic().getEncoded();
            var signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate());
            signer.update(probe);
            byte[] signature = signer.sign();
            var verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(pair.getPublic());
            verifier.update(probe);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static boolean isOnOurCurve(PublicKey key) {
        return key instanceof ECPublicKey point
                && point.getParams().getCurve().getField().getFieldSize() == CURVE_BITS;
    }
}
