package io.fleetgram.bot.inbounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.SeededRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboundTest {

    private static final Set<String> V2RAY = Set.of("vless", "vmess", "trojan");
    private static final Set<String> XRAY = Set.of("vless", "vmess", "trojan", "reality", "user-list", "online");

    private final Presets presets = new Presets(SeededRandom.keys(1));
    private final Inbound plain = presets.vlessTcp(8388);
    private final Inbound reality =
            presets.vlessReality(443, "www.example.org:443", List.of("www.example.org", "example.org"));

    @Test
    void both_cores_run_vless_over_tcp() {
        assertThat(plain.on(V2RAY)).isEqualTo(Inbound.Fit.RUNS);
        assertThat(plain.on(XRAY)).isEqualTo(Inbound.Fit.RUNS);
    }

    @Test
    void only_xray_runs_reality() {
        assertThat(reality.on(V2RAY)).isEqualTo(Inbound.Fit.NOT_ON_THIS_CORE);
        assertThat(reality.on(XRAY)).isEqualTo(Inbound.Fit.RUNS);
    }

    @Test
    void a_core_that_said_nothing_is_not_judged() {
        assertThat(reality.on(Set.of())).isEqualTo(Inbound.Fit.UNKNOWN);
    }

    @Test
    void the_reality_preset_has_keys_a_full_short_id_and_vision() {
        assertThat(reality.flow()).isEqualTo(Flow.VISION);
        assertThat(reality.security()).isInstanceOfSatisfying(Security.Reality.class, security -> {
            assertThat(security.shortIds()).singleElement().asString().matches("[0-9a-f]{16}");
            assertThat(security.serverNames()).containsExactly("www.example.org", "example.org");
        });
    }

    @Test
    void two_presets_share_neither_key_nor_secret() {
        var other = presets.vlessReality(444, "www.example.org:443", List.of("www.example.org"));
        assertThat(other.key()).isNotEqualTo(reality.key());
        assertThat(((Security.Reality) other.security()).keys())
                .isNotEqualTo(((Security.Reality) reality.security()).keys());
    }

    @Test
    void what_no_core_would_take_is_refused() {
        assertThatThrownBy(() -> presets.vlessTcp(0)).hasMessageContaining("a port is 1 to 65535, not 0");
        assertThatThrownBy(() -> presets.vlessTcp(65_536)).hasMessageContaining("not 65536");
        assertThatThrownBy(() -> presets.vlessReality(443, "www.example.org", List.of("www.example.org")))
                .hasMessageContaining("host:port");
        assertThatThrownBy(() -> presets.vlessReality(443, "www.example.org:443", List.of()))
                .hasMessageContaining("at least one server name");
        assertThatThrownBy(() -> new Security.Reality("a:1", List.of("a"), keys(), List.of("abc")))
                .hasMessageContaining("1 to 8 bytes in hex");
        assertThatThrownBy(() -> new Inbound(
                        new InboundKey("k"),
                        "tag",
                        Protocol.VLESS,
                        Optional.empty(),
                        1,
                        new Transport.Tcp(),
                        new Security.None(),
                        Flow.VISION,
                        true,
                        true))
                .hasMessageContaining("needs REALITY or TLS");
    }

    private X25519Keys keys() {
        return ((Security.Reality) reality.security()).keys();
    }
}
