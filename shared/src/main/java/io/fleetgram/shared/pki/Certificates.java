package io.fleetgram.shared.pki;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Reads X.509 certificates from, and writes them to, their DER form. */
public final class Certificates {

    private Certificates() {}

    /**
     * Reads one certificate.
     *
     * @throws CertificateException if the bytes are no certificate
     */
    public static X509Certificate fromDer(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /**
     * Reads a chain, each certificate from its own bytes, in the given order.
     *
     * @throws CertificateException if one of them is no certificate
     */
    public static List<X509Certificate> chainFromDer(List<byte[]> ders) throws CertificateException {
        var chain = new ArrayList<X509Certificate>();
        for (byte[] der : ders) {
            chain.add(fromDer(der));
        }
        return List.copyOf(chain);
    }

    public static byte[] toDer(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate that cannot be encoded", e);
        }
    }

    /** Returns the subject's common name, or the empty string when it has none. */
    public static String commonName(X509Certificate certificate) {
        return commonName(certificate.getSubjectX500Principal());
    }

    /** Returns the serial number in lower-case hexadecimal digits. */
    public static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }

    private static String commonName(X500Principal name) {
        for (String part : name.getName(X500Principal.RFC2253).split(",", -1)) {
            if (part.startsWith("CN=")) {
                return part.substring("CN=".length());
            }
        }
        return "";
    }
}
