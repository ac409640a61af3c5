package io.fleetgram.shared.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Z1: what stands in a certificate's place where a proxy ends TLS. */
class NodeTokenTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void a_token_has_256_bits_and_no_two_are_alike() {
        var token = NodeToken.random(RANDOM);
        assertThat(Base64.getUrlDecoder().decode(token.secret())).hasSize(32);
        assertThat(NodeToken.random(RANDOM)).isNotEqualTo(token);
        assertThat(NodeToken.parse(token.secret())).contains(token);
    }

    @Test
    void its_text_and_its_name_do_not_show_it() {
        var token = NodeToken.random(RANDOM);
        assertThat(token.toString()).doesNotContain(token.secret()).contains(token.id());
        assertThat(token.id()).matches("[0-9a-f]{40}").isEqualTo(NodeToken.idOf(token.hash()));
    }

    @Test
    void what_has_not_its_form_is_none() {
        assertThat(NodeToken.parse("")).isEmpty();
        assertThat(NodeToken.parse("a".repeat(42))).isEmpty();
        assertThat(NodeToken.parse("a".repeat(42) + " ")).isEmpty();
    }

    @Test
    void only_the_authority_can_say_that_a_node_was_removed_and_says_it_of_one_node() {
        var ours = authority();
        byte[] proof = RemovalProof.sign(ours.keys().getPrivate(), "k1");

        assertThat(RemovalProof.holds(ours.certificate(), "k1", proof)).isTrue();
        assertThat(RemovalProof.holds(ours.certificate(), "k2", proof)).isFalse();
        assertThat(RemovalProof.holds(authority().certificate(), "k1", proof)).isFalse();
        assertThat(RemovalProof.holds(ours.certificate(), "k1", new byte[0])).isFalse();
    }

    @Test
    void a_fingerprint_in_base64_is_the_same_one() {
        var one = Fingerprint.of(authority().certificate());
        assertThat(Fingerprint.fromBase64(one.base64())).isEqualTo(one);
        assertThat(one.base64()).hasSize(43);
        assertThat(Fingerprint.ofDigest(one.bytes())).isEqualTo(one);
    }

    private static CertificateAuthority authority() {
        var now = Instant.now();
        return CertificateAuthority.create(
                "test", new CertificateAuthority.Validity(now.minusSeconds(60), now.plusSeconds(3600)), RANDOM);
    }
}
