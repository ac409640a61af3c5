package io.fleetgram.shared.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PemTest {

    private final KeyPair keys = KeyPairs.generate(new SecureRandom());

    @Test
    void what_was_encoded_is_decoded() throws Exception {
        var text = Pem.encode(Pem.PRIVATE_KEY, keys.getPrivate().getEncoded());
        assertThat(text.lines()).allMatch(line -> line.length() <= 64);
        var decoded = KeyPairs.privateKey(Pem.decode(Pem.PRIVATE_KEY, text).getFirst());
        assertThat(KeyPairs.match(new KeyPair(keys.getPublic(), decoded))).isTrue();
    }

    @Test
    void blocks_of_another_label_and_text_around_are_skipped() {
        var text = "subject\n" + Pem.encode(Pem.PUBLIC_KEY, new byte[] {1})
                + Pem.encode(Pem.CERTIFICATE, new byte[] {2}) + "between\r\n"
                + Pem.encode(Pem.CERTIFICATE, new byte[] {3}).replace("\n", "\r\n");
        assertThat(Pem.decode(Pem.CERTIFICATE, text)).containsExactly(new byte[] {2}, new byte[] {3});
    }

    @Test
    void halves_of_two_pairs_do_not_match() {
        var other = KeyPairs.generate(new SecureRandom());
        assertThat(KeyPairs.match(new KeyPair(other.getPublic(), keys.getPrivate())))
                .isFalse();
    }

    @Test
    void bytes_that_are_no_key_are_refused() {
        assertThatThrownBy(() -> KeyPairs.privateKey(new byte[] {1, 2})).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void a_fingerprint_is_read_as_people_paste_it() {
        var fingerprint = Fingerprint.of(keys.getPublic());
        var pasted = " " + fingerprint.hex().toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:") + "\n";
        assertThat(Fingerprint.parse(pasted)).isEqualTo(fingerprint);
        assertThatThrownBy(() -> Fingerprint.parse("ab")).isInstanceOf(IllegalArgumentException.class);
    }
}
