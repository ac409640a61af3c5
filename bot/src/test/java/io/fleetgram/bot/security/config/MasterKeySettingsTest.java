package io.fleetgram.bot.security.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fleetgram.bot.TestController;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasterKeySettingsTest {

    @Test
    void a_missing_key_is_told_with_the_command_that_makes_one() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeySettings(" ", List.of()))
                .withMessageContaining("openssl rand -base64 32");
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_and_not_repeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeySettings("c2hvcnQ=", List.of()))
                .withMessageContaining("fleetgram.security.master-key")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("c2hvcnQ="));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MasterKeySettings(TestController.MASTER_KEY, List.of("?")))
                .withMessageContaining("former-master-keys");
    }

    @Test
    void keys_are_not_printed() {
        assertThat(new MasterKeySettings(TestController.MASTER_KEY, List.of()).toString())
                .doesNotContain(TestController.MASTER_KEY);
    }
}
