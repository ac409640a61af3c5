package io.fleetgram.parts.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ShareLinkTest {

    private static final String ID = "2b6f1a52-7f0e-4a7b-9a57-0d1f6f6f0b11";

    @Test
    void a_vless_link_says_where_who_and_how() {
        var link = ShareLink.parse(
                "vless://" + ID + "@de1.example.com:443?encryption=none&flow=xtls-rprx-vision&type=tcp"
                        + "&security=reality&sni=www.example.com&fp=chrome&pbk=a-b_c&sid=10f8&spx=%2F#DE-1%20%F0%9F%87%A9");
        assertThat(link.id()).isEqualTo(ID);
        assertThat(link.host()).isEqualTo("de1.example.com");
        assertThat(link.port()).isEqualTo(443);
        assertThat(link.parameter("spx", "")).isEqualTo("/");
        assertThat(link.name()).isEqualTo("DE-1 🇩");
        assertThat(link.needsXray()).isTrue();
        assertThat(link.plain()).isFalse();
    }

    @Test
    void plain_vless_to_an_address_of_version_six_needs_no_xray() {
        var link = ShareLink.parse("vless://" + ID + "@[2001:db8::1]:8443?encryption=none&type=tcp&security=none#x");
        assertThat(link.host()).isEqualTo("2001:db8::1");
        assertThat(link.plain()).isTrue();
        assertThat(link.needsXray()).isFalse();
    }

    @Test
    void a_vmess_link_carries_base64_of_json() {
        var json = """
                {"v":"2","ps":"here","add":"10.0.0.1","port":"1234","id":"%s","aid":"0","scy":"auto","net":"tcp","type":"none"}
                """.formatted(ID);
        var link =
                ShareLink.parse("vmess://" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(link.protocol()).isEqualTo("vmess");
        assertThat(link.port()).isEqualTo(1234);
        assertThat(link.name()).isEqualTo("here");
        assertThat(link.plain()).isFalse();
    }

    @Test
    void another_scheme_is_refused_by_name() {
        assertThatThrownBy(() -> ShareLink.parse("ss://x@y:1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ss://");
    }
}
