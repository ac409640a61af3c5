package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"home", "node:k3x", "nodes:2:online:", "a::b", ""})
    void what_is_parsed_has_the_same_text(String text) {
        assertThat(Address.parse(text).text()).isEqualTo(text);
    }

    @Test
    void a_missing_argument_is_empty_and_no_number() {
        var address = Address.of("nodes", 3, "x");
        assertThat(address.number(0)).isEqualTo(3);
        assertThat(address.number(1)).isZero();
        assertThat(address.argument(2)).isEmpty();
    }

    @Test
    void sixty_four_bytes_fit_and_one_more_does_not() {
        assertThat(Address.of("a", "x".repeat(62)).text()).hasSize(64);
        assertThatThrownBy(() -> Address.of("a", "x".repeat(63)).text()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Address.of("a", "é".repeat(32)).text()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_argument_has_no_colon() {
        assertThatThrownBy(() -> Address.of("a", "b:c")).isInstanceOf(IllegalArgumentException.class);
    }
}
