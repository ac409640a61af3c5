package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.MovedClock;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.ControllerName;
import java.security.Principal;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Z1: a controller's certificate renews by itself. */
class ServerIdentityTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final MovedClock clock = new MovedClock();
    private final CertificateAuthority authority = CertificateAuthority.create(
            "test",
            new CertificateAuthority.Validity(
                    Instant.now().minusSeconds(60), Instant.now().plus(Duration.ofDays(4_000))),
            RANDOM);
    private final ServerIdentity identity = new ServerIdentity(() -> authority, RANDOM, clock);

    @Test
    void the_certificate_carries_the_one_name_and_comes_with_the_authoritys() throws Exception {
        var chain = identity.getCertificateChain(alias());

        assertThat(chain).hasSize(2);
        assertThat(chain[0].getSubjectAlternativeNames().iterator().next().get(1))
                .isEqualTo(ControllerName.DNS);
        assertThat(chain[1]).isEqualTo(authority.certificate());
    }

    @Test
    void it_stays_for_two_thirds_of_its_life_and_is_then_another() {
        var first = alias();
        clock.advance(Duration.ofDays(59));
        assertThat(alias()).isEqualTo(first);

        clock.advance(Duration.ofDays(2));
        var second = alias();

        assertThat(second).isNotEqualTo(first);
        assertThat(certificate(second).getNotAfter()).isAfter(certificate(first).getNotAfter());
        assertThat(Certificates.serial(certificate(second))).isEqualTo(second);
    }

    @Test
    void a_handshake_that_began_before_a_renewal_still_finds_its_key() {
        var first = alias();
        clock.advance(Duration.ofDays(61));
        alias();

        assertThat(identity.getPrivateKey(first)).isNotNull();
        assertThat(certificate(first)).isNotNull();
    }

    private String alias() {
        return identity.chooseServerAlias("EC", new Principal[0], null);
    }

    private X509Certificate certificate(String alias) {
        return identity.getCertificateChain(alias)[0];
    }
}
