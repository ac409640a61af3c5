package io.fleetgram.bot.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String URL = "jdbc:mariadb://db/fleetgram";

    @Test
    void each_setting_out_of_range_is_named_with_what_would_be_right() {
        refused("fleetgram.database.url", "jdbc:mysql://db/fleetgram", 20, Duration.ofSeconds(5));
        refused("fleetgram.database.pool-size", URL, 1, Duration.ofSeconds(5));
        refused("fleetgram.database.connect-timeout", URL, 20, Duration.ofMillis(10));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new DatabaseSettings(URL, "fleetgram", "", 20, Duration.ofSeconds(5), Duration.ofSeconds(1)))
                .withMessageContaining("fleetgram.database.statement-timeout");
    }

    @Test
    void a_password_is_not_printed() {
        assertThat(new DatabaseSettings(URL, "fleetgram", "hunter2", 20, Duration.ofSeconds(5), Duration.ofSeconds(30))
                        .toString())
                .doesNotContain("hunter2");
    }

    private static void refused(String setting, String url, int poolSize, Duration timeout) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings(url, "fleetgram", "", poolSize, timeout, Duration.ofSeconds(30)))
                .withMessageContaining(setting);
    }
}
