package io.fleetgram.shared.pki;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key and its self-signed certificate, which together sign the certificates of controllers and nodes.
 *
 * @param keys the authority's own pair
 * @param certificate the authority's own certificate, the root of every chain
 */
public record CertificateAuthority(KeyPair keys, X509Certificate certificate) {

    /** From when to when a certificate is valid. */
    public record Validity(Instant from, Instant until) {}

    private static final int SERIAL_BITS = 127;

    /** Makes a new authority. */
    public static CertificateAuthority create(String commonName, Validity validity, SecureRandom random) {
        var keys = KeyPairs.generate(random);
        var name = new X500Principal("CN=" + commonName);
        var builder = builder(name, name, keys.getPublic(), validity, random);
        extend(builder, Extension.basicConstraints, new BasicConstraints(0));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return new CertificateAuthority(keys, sign(builder, keys));
    }

    /** Issues a node's certificate: a client's, whose common name is the node's key. */
    public X509Certificate issueForNode(String nodeKey, PublicKey key, Validity validity, SecureRandom random) {
        var builder = leaf(new X500Principal("CN=" + nodeKey), key, validity, random);
        purpose(builder, KeyPurposeId.id_kp_clientAuth);
        return sign(builder, keys);
    }

    /** Issues a controller's certificate: a server's, for the one name {@link ControllerName#DNS}. */
    public X509Certificate issueForController(PublicKey key, Validity validity, SecureRandom random) {
        var builder = leaf(new X500Principal("CN=" + ControllerName.DNS), key, validity, random);
        purpose(builder, KeyPurposeId.id_kp_serverAuth);
        extend(
                builder,
                Extension.subjectAlternativeName,
                new GeneralNames(new GeneralName(GeneralName.dNSName, ControllerName.DNS)));
        return sign(builder, keys);
    }

    private X509v3CertificateBuilder leaf(
            X500Principal subject, PublicKey key, Validity validity, SecureRandom random) {
        var builder = builder(certificate.getSubjectX500Principal(), subject, key, validity, random);
        extend(builder, Extension.basicConstraints, new BasicConstraints(false));
        extend(builder, Extension.keyUsage, new KeyUsage(KeyUsage.digitalSignature));
        return builder;
    }

    private static X509v3CertificateBuilder builder(
            X500Principal issuer, X500Principal subject, PublicKey key, Validity validity, SecureRandom random) {
        // The lowest serial is 1, because 0 is not a serial that every reader accepts (RFC 5280, 4.1.2.2).
        var serial = new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE);
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(validity.from()), Date.from(validity.until()), subject, key);
    }

    private static void purpose(X509v3CertificateBuilder builder, KeyPurposeId purpose) {
        extend(builder, Extension.extendedKeyUsage, new ExtendedKeyUsage(purpose));
    }

    private static void extend(X509v3CertificateBuilder builder, ASN1ObjectIdentifier name, ASN1Encodable value) {
        try {
            boolean critical = !name.equals(Extension.subjectAlternativeName);
            builder.addExtension(name, critical, value);
        } catch (CertIOException e) {
            throw new IllegalStateException("cannot encode the extension " + name, e);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair keys) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | CertificateException e) {
            throw new IllegalStateException("cannot sign a certificate", e);
        }
    }
}
