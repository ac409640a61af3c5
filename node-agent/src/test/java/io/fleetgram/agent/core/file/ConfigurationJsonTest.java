package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Reach;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The kept files are what people read, and what the real cores are asked about. */
class ConfigurationJsonTest {

    @Test
    void xrays_configuration_is_as_kept() throws IOException {
        assertThat(GoldenConfiguration.written(Dialect.XRAY, Reach.CORES_OWN_RULES))
                .isEqualTo(GoldenConfiguration.kept("xray.json"));
    }

    @Test
    void v2rays_configuration_is_as_kept() throws IOException {
        assertThat(GoldenConfiguration.written(Dialect.V2RAY, Reach.CORES_OWN_RULES))
                .isEqualTo(GoldenConfiguration.kept("v2ray.json"));
    }

    @Test
    void streams_may_go_everywhere_only_where_that_is_wanted() throws IOException {
        assertThat(GoldenConfiguration.written(Dialect.XRAY, Reach.EVERYWHERE))
                .contains("finalRules")
                .isNotEqualTo(GoldenConfiguration.kept("xray.json"));
        assertThat(GoldenConfiguration.written(Dialect.V2RAY, Reach.EVERYWHERE))
                .isEqualTo(GoldenConfiguration.kept("v2ray.json"));
    }
}
