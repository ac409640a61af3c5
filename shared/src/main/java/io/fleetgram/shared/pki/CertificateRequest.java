package io.fleetgram.shared.pki;

import java.io.IOException;
import java.security.KeyPair;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A PKCS#10 certificate request: the proof that its sender holds the private half of a key. */
public final class CertificateRequest {

    /** Longer requests are refused before they are parsed. A P-256 request has about 200 bytes. */
    public static final int LONGEST = 4_096;

    /** What a request says. */
    public sealed interface Reading {

        /** The signature is good: the sender holds the private half of this P-256 key. */
        record Proven(PublicKey key) implements Reading {}

        /** Why the request is refused, as a sentence for its sender. */
        record Refused(String why) implements Reading {}
    }

    private CertificateRequest() {}

    /** Returns the DER form of a request for this key. The subject is a common name that the controller ignores. */
    public static byte[] create(KeyPair keys, String commonName) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=" + commonName), keys.getPublic())
                    .build(signer)
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("cannot sign a certificate request", e);
        }
    }

    /** Reads the DER form and checks its signature. */
    public static Reading read(byte[] der) {
        if (der.length > LONGEST) {
            return new Reading.Refused("the certificate request is longer than " + LONGEST + " bytes");
        }
        try {
            var request = new PKCS10CertificationRequest(der);
            var key = new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo());
            if (!KeyPairs.isOnOurCurve(key)) {
                return new Reading.Refused("the key of the certificate request is not on the curve P-256");
            }
            return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))
                    ? new Reading.Proven(key)
                    : new Reading.Refused("the signature of the certificate request does not fit its key");
        } catch (IOException | PKCSException | OperatorCreationException | RuntimeException e) {
            return new Reading.Refused("the certificate request is not PKCS#10 in DER");
        }
    }
}
