package io.fleetgram.shared.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.SignatureException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Validity YEAR = new Validity(START, START.plus(Duration.ofDays(365)));

    private final SecureRandom random = new SecureRandom();
    private final CertificateAuthority authority = CertificateAuthority.create("Fleetgram", YEAR, random);

    @Test
    void a_node_is_named_by_its_key_and_may_only_be_a_client() throws Exception {
        var certificate =
                authority.issueForNode("de1x", KeyPairs.generate(random).getPublic(), YEAR, random);
        assertThat(Certificates.commonName(certificate)).isEqualTo("de1x");
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertPathIsGood(certificate, authority);
    }

    @Test
    void a_controller_carries_the_one_name_and_may_only_be_a_server() throws Exception {
        var certificate = authority.issueForController(KeyPairs.generate(random).getPublic(), YEAR, random);
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "controller.fleetgram.internal"));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertPathIsGood(certificate, authority);
    }

    @Test
    void another_authority_of_the_same_name_is_not_trusted() throws Exception {
        var stranger = CertificateAuthority.create("Fleetgram", YEAR, random);
        var certificate =
                stranger.issueForNode("de1x", KeyPairs.generate(random).getPublic(), YEAR, random);
        assertThatThrownBy(() -> certificate.verify(authority.certificate().getPublicKey()))
                .isInstanceOf(SignatureException.class);
    }

    @Test
    void no_two_certificates_share_a_serial() {
        var key = KeyPairs.generate(random).getPublic();
        assertThat(Certificates.serial(authority.issueForNode("a", key, YEAR, random)))
                .isNotEqualTo(Certificates.serial(authority.issueForNode("a", key, YEAR, random)));
    }

    private static void assertPathIsGood(X509Certificate leaf, CertificateAuthority authority)
            throws GeneralSecurityException {
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(START.plusSeconds(60)));
        var path = CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf));
        assertThat(CertPathValidator.getInstance("PKIX").validate(path, parameters))
                .isNotNull();
    }
}
