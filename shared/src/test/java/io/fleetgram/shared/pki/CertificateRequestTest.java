package io.fleetgram.shared.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.shared.pki.CertificateRequest.Reading;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.Test;

class CertificateRequestTest {

    private final KeyPair keys = KeyPairs.generate(new SecureRandom());

    @Test
    void a_request_proves_its_key() {
        assertThat(CertificateRequest.read(CertificateRequest.create(keys, "node")))
                .isEqualTo(new Reading.Proven(keys.getPublic()));
    }

    @Test
    void a_request_with_one_bit_of_its_signature_changed_is_refused() {
        byte[] request = CertificateRequest.create(keys, "node");
        request[request.length - 1] ^= 1;
        assertThat(CertificateRequest.read(request)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void a_request_on_another_curve_is_refused() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        assertThat(CertificateRequest.read(CertificateRequest.create(generator.generateKeyPair(), "node")))
                .isEqualTo(new Reading.Refused("the key of the certificate request is not on the curve P-256"));
    }

    @Test
    void noise_and_oversize_are_refused() {
        assertThat(CertificateRequest.read(new byte[] {1, 2, 3})).isInstanceOf(Reading.Refused.class);
        assertThat(CertificateRequest.read(new byte[0])).isInstanceOf(Reading.Refused.class);
        assertThat(CertificateRequest.read(new byte[CertificateRequest.LONGEST + 1]))
                .isEqualTo(new Reading.Refused("the certificate request is longer than 4096 bytes"));
    }
}
