package io.fleetgram.bot.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.SeededRandom;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredentialsTest {

    @Test
    void a_uuid_is_of_version_4_and_of_the_standard_variant() {
        var random = SeededRandom.keys(7);
        for (int i = 0; i < 100; i++) {
            var uuid = Credentials.random(random).uuid();
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    @Test
    void uuids_that_differ_in_bytes_6_and_7_alone_have_one_fingerprint() {
        var one = new Credentials(UUID.fromString("2b6f0cc9-04ef-4d15-9d4b-2b8b0a3b1c22"), "x");
        var other = new Credentials(UUID.fromString("2b6f0cc9-04ef-4fff-9d4b-2b8b0a3b1c22"), "x");
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint()).hasSize(16);
    }

    @Test
    void uuids_that_differ_in_any_other_byte_have_two() {
        var seen = new HashSet<String>();
        var bytes = "2b6f0cc904ef00009d4b2b8b0a3b1c22";
        for (int digit = 0; digit < bytes.length(); digit++) {
            if (digit >= 12 && digit < 16) {
                continue;
            }
            var changed =
                    bytes.substring(0, digit) + (bytes.charAt(digit) == 'f' ? '0' : 'f') + bytes.substring(digit + 1);
            var uuid = new UUID(
                    Long.parseUnsignedLong(changed.substring(0, 16), 16),
                    Long.parseUnsignedLong(changed.substring(16), 16));
            seen.add(java.util.HexFormat.of().formatHex(new Credentials(uuid, "x").fingerprint()));
        }
        assertThat(seen).hasSize(28);
    }

    @Test
    void secrets_do_not_show_in_texts() {
        var credentials = Credentials.random(SeededRandom.keys(1));
        var token = SubscriptionToken.random(SeededRandom.keys(2));
        assertThat(credentials.toString())
                .doesNotContain(credentials.password(), credentials.uuid().toString());
        assertThat(token.toString()).doesNotContain(token.text());
    }
}
