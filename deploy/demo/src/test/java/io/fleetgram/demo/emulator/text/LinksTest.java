package io.fleetgram.demo.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "https://Example.org, https://example.org/",
        "example.org/x, http://example.org/x",
        "http://127.0.0.1:8080/sub/x?y=1#z, http://127.0.0.1:8080/sub/x?y=1#z",
        "http://[::1]:80/, http://[::1]:80/",
        "tg://resolve?domain=x, tg://resolve?domain=x"
    })
    void a_good_link_is_spelled_as_the_server_does(String link, String spelled) {
        assertThat(Links.check(link)).isEqualTo(new Links.Checked.Good(spelled));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/, Wrong HTTP URL",
        "vless://x@example.org:443, Unsupported URL protocol",
        "http://example.org:0/, Wrong port number specified in the URL",
        "http:///x, URL host is empty"
    })
    void a_bad_link_is_refused_with_the_servers_reason(String link, String reason) {
        assertThat(Links.check(link)).isEqualTo(new Links.Checked.Bad(reason));
    }
}
