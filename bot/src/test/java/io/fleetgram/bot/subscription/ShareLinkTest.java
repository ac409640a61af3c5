package io.fleetgram.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.inbounds.Presets;
import io.fleetgram.bot.inbounds.Security;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShareLinkTest {

    private static final UUID USER = UUID.fromString("2b6f0cc9-04ef-4d15-9d4b-2b8b0a3b1c22");

    private final Presets presets = new Presets(SeededRandom.keys(1));

    @Test
    void vless_over_tcp() {
        assertThat(ShareLink.of(new Server("de-1", "203.0.113.7", presets.vlessTcp(8388)), USER))
                .isEqualTo("vless://2b6f0cc9-04ef-4d15-9d4b-2b8b0a3b1c22@203.0.113.7:8388"
                        + "?encryption=none&type=tcp&headerType=none&security=none#de-1%20%C2%B7%20vless-tcp");
    }

    @Test
    void vless_over_reality() {
        var inbound = presets.vlessReality(443, "www.example.org:443", List.of("www.example.org", "example.org"));
        var security = (Security.Reality) inbound.security();
        assertThat(ShareLink.of(new Server("de-1", "de1.example.com", inbound), USER))
                .isEqualTo("vless://2b6f0cc9-04ef-4d15-9d4b-2b8b0a3b1c22@de1.example.com:443"
                        + "?encryption=none&flow=xtls-rprx-vision&type=tcp&headerType=none&security=reality"
                        + "&sni=www.example.org&fp=chrome&pbk="
                        + security.keys().publicKeyText() + "&sid="
                        + security.shortIds().getFirst() + "&spx=%2F#de-1%20%C2%B7%20vless-reality");
    }

    @Test
    void an_ipv6_address_stands_in_brackets() {
        assertThat(link("2001:db8::7")).contains("@[2001:db8::7]:8388?");
    }

    @Test
    void a_domain_of_any_script_is_written_in_punycode() {
        assertThat(link("münchen.example.org")).contains("@xn--mnchen-3ya.example.org:8388?");
    }

    @Test
    void why_there_is_no_server_is_a_link_too() {
        assertThat(ParsedLink.of(ShareLink.saying("Suspended: ask 100 % & more"))
                        .remark())
                .isEqualTo("Suspended: ask 100 % & more");
    }

    private String link(String address) {
        return ShareLink.of(new Server("x", address, presets.vlessTcp(8388)), USER);
    }
}
