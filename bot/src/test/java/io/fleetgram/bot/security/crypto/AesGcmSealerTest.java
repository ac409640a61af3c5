package io.fleetgram.bot.security.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class AesGcmSealerTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);
    private static final byte[] SECRET = "correct horse".getBytes(StandardCharsets.UTF_8);

    private final SecureRandom random = new SecureRandom();

    @Test
    void what_was_sealed_opens_again_for_the_same_purpose() {
        var sealer = AesGcmSealer.of(OLD, List.of(), random);

        assertThat(sealer.open("account.password", sealer.seal("account.password", SECRET)))
                .isEqualTo(SECRET);
    }

    @Test
    void one_secret_sealed_twice_gives_different_bytes_that_do_not_show_it() {
        var sealer = AesGcmSealer.of(OLD, List.of(), random);

        byte[] first = sealer.seal("account.password", SECRET);

        assertThat(first).isNotEqualTo(sealer.seal("account.password", SECRET));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("horse");
    }

    @Test
    void a_secret_does_not_open_for_another_purpose() {
        var sealer = AesGcmSealer.of(OLD, List.of(), random);
        byte[] sealed = sealer.seal("account.password", SECRET);

        assertThatIllegalStateException()
                .isThrownBy(() -> sealer.open("authority.private-key", sealed))
                .withMessageContaining("another purpose");
    }

    @Test
    void no_single_changed_byte_goes_unnoticed() {
        var sealer = AesGcmSealer.of(OLD, List.of(), random);
        byte[] sealed = sealer.seal("account.password", SECRET);

        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> sealer.open("account.password", changed));
        }
    }

    @Test
    void after_a_rotation_old_secrets_open_and_new_ones_need_the_new_key() {
        var before = AesGcmSealer.of(OLD, List.of(), random);
        var after = AesGcmSealer.of(NEW, List.of(OLD), random);

        assertThat(after.open("account.password", before.seal("account.password", SECRET)))
                .isEqualTo(SECRET);
        assertThatIllegalStateException()
                .isThrownBy(() -> before.open("account.password", after.seal("account.password", SECRET)))
                .withMessageContaining("former-master-keys");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
