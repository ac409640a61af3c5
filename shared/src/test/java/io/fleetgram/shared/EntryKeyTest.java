package io.fleetgram.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"i/q1w2", "n/node7", "a/acc1.in1"})
    void every_form_reads_back(String text) {
        assertThat(EntryKey.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x/abc", "i/", "i/ABC", "a/acc", "a/a.b.c", "a/>>>.b", "i/abcdefghijklmnopqrstuvwxy"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> EntryKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_email_is_account_and_inbound() {
        assertThat(EntryKey.parseEmail("acc1.in1")).isEqualTo(new EntryKey.UserOnInbound("acc1", "in1"));
    }
}
