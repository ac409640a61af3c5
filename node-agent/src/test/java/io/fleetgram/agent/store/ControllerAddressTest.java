package io.fleetgram.agent.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControllerAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"controller.example:8443", "192.0.2.1:1", "[2001:db8::1]:65535"})
    void an_address_reads_back_as_written(String text) {
        assertThat(ControllerAddress.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "host:",
                ":443",
                "host:0",
                "host:65536",
                "2001:db8::1:443",
                "https://host:443",
                "a b:1"
            })
    void anything_else_is_refused_and_named(String text) {
        assertThatThrownBy(() -> ControllerAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void several_stand_in_the_order_to_try_them() {
        assertThat(ControllerAddress.parseAll("b:2, a:1"))
                .containsExactly(new ControllerAddress("b", 2), new ControllerAddress("a", 1));
    }
}
