package io.fleetgram.bot.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentEndpointsTest {

    @Test
    void an_endpoint_is_a_host_and_a_port() {
        var addresses = List.of("control.example.org:8443", "203.0.113.7:1", "[2001:db8::7]:65535");

        assertThat(new AgentEndpoints(addresses).addresses()).isEqualTo(addresses);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "control.example.org",
                "control.example.org:0",
                "control.example.org:65536",
                "2001:db8::7:8443",
                "[203]:8443",
                "https://control.example.org:8443",
                "a b:1"
            })
    void anything_else_is_named(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AgentEndpoints(List.of(address)))
                .withMessageEndingWith(address);
    }
}
