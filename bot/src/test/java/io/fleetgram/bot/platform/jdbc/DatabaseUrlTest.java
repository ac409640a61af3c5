package io.fleetgram.bot.platform.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void a_plain_address_gets_what_the_controller_relies_on() {
        assertThat(DatabaseUrl.complete("jdbc:mariadb://db:3306/fleetgram"))
                .startsWith("jdbc:mariadb://db:3306/fleetgram?")
                .contains("rewriteBatchedStatements=true", "connectionTimeZone=UTC");
    }

    @Test
    void a_connection_that_keeps_silent_counts_as_dead_after_a_time() {
        assertThat(DatabaseUrl.complete(
                        "jdbc:mariadb://db/fleetgram?socketTimeout=0", Duration.ofSeconds(5), Duration.ofSeconds(30)))
                .contains("connectTimeout=5000", "socketTimeout=30000")
                .doesNotContain("socketTimeout=0");
    }

    @Test
    void the_operators_own_options_stay_and_contradictions_do_not() {
        assertThat(DatabaseUrl.complete(
                        "jdbc:mariadb://db/fleetgram?sslMode=verify-full&rewriteBatchedStatements=false&x"))
                .contains("sslMode=verify-full", "rewriteBatchedStatements=true", "&x=")
                .doesNotContain("rewriteBatchedStatements=false");
    }
}
