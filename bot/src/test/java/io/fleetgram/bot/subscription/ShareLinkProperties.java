package io.fleetgram.bot.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Presets;
import io.fleetgram.bot.inbounds.Security;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ShareLinkProperties {

    @Property
    void every_link_parses_back_to_what_it_was_made_of(
            @ForAll("nodeNames") String node,
            @ForAll("addresses") String address,
            @ForAll @IntRange(min = 1, max = 65_535) int port,
            @ForAll long seed,
            @ForAll boolean reality) {
        var presets = new Presets(SeededRandom.keys(seed));
        var inbound = reality
                ? presets.vlessReality(port, "www.example.org:443", List.of("www.example.org"))
                : presets.vlessTcp(port);
        var user = new UUID(seed, ~seed);

        var parsed = ParsedLink.of(ShareLink.of(new Server(node, address, inbound), user));

        assertThat(parsed.scheme()).isEqualTo("vless");
        assertThat(UUID.fromString(parsed.user())).isEqualTo(user);
        assertThat(parsed.host()).isEqualTo(address.contains(":") ? "[" + address + "]" : address);
        assertThat(parsed.port()).isEqualTo(port);
        assertThat(parsed.remark()).isEqualTo(node + " · " + inbound.tag());
        assertThat(parsed.query())
                .containsEntry("encryption", "none")
                .containsEntry("type", "tcp")
                .containsEntry("headerType", "none");
        checkSecurity(parsed, inbound);
    }

    private static void checkSecurity(ParsedLink parsed, Inbound inbound) {
        switch (inbound.security()) {
            case Security.None none ->
                assertThat(parsed.query()).containsEntry("security", "none").hasSize(4);
            case Security.Reality reality ->
                assertThat(parsed.query())
                        .containsEntry("security", "reality")
                        .containsEntry("flow", "xtls-rprx-vision")
                        .containsEntry("sni", "www.example.org")
                        .containsEntry("fp", "chrome")
                        .containsEntry("pbk", reality.keys().publicKeyText())
                        .containsEntry("sid", reality.shortIds().getFirst())
                        .containsEntry("spx", "/")
                        .hasSize(10);
        }
    }

    @Provide
    Arbitrary<String> nodeNames() {
        var usual = Arbitraries.of(
                "de-1", "Frankfurt & Köln", "100 %", "تهران", "🇩🇪 + 🦊", "a#b?c=d&e/f", "+", "\"<b>\"");
        var any = Arbitraries.strings().ofMinLength(1).ofMaxLength(64).filter(ShareLinkProperties::isText);
        return Arbitraries.oneOf(usual, any);
    }

    @Provide
    Arbitrary<String> addresses() {
        return Arbitraries.of("203.0.113.7", "2001:db8::7", "::1", "de1.example.org", "xn--mnchen-3ya.example.org");
    }

    private static boolean isText(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }
}
