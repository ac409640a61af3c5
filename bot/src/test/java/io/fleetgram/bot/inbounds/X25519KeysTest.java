package io.fleetgram.bot.inbounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class X25519KeysTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 7748, section 6.1, Bob. */
    private static final byte[] BOB = HEX.parseHex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");

    @Test
    void the_public_half_is_the_one_of_the_standard() {
        assertThat(X25519Keys.of(BOB).publicKey())
                .isEqualTo(HEX.parseHex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f"));
    }

    @Test
    void links_get_it_without_padding_and_without_signs_that_need_escaping() {
        assertThat(X25519Keys.of(BOB).publicKeyText()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void the_text_does_not_show_the_private_half() {
        assertThat(X25519Keys.of(BOB).toString()).doesNotContain(HEX.formatHex(BOB));
    }

    @Test
    void a_private_half_of_another_length_is_refused() {
        assertThatThrownBy(() -> X25519Keys.of(new byte[31])).hasMessageContaining("32 bytes, not 31");
    }
}
