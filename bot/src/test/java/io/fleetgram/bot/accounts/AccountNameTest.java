package io.fleetgram.bot.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.accounts.AccountName.Checked;
import io.fleetgram.bot.accounts.AccountName.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Anna Müller",
                "<b>bold</b> & \"quoted\"",
                "Мария",
                "علی‌رضا",
                "中文",
                "🦊",
                "👩‍👩‍👧",
                "it's me: 7"
            })
    void names_of_any_script_are_good(String name) {
        assertThat(AccountName.check(name)).isEqualTo(new Checked.Good(new AccountName(name)));
    }

    @Test
    void blanks_around_a_name_do_not_count() {
        assertThat(AccountName.check("  anna \u00a0 ")).isEqualTo(new Checked.Good(new AccountName("anna")));
    }

    @Test
    void one_letter_written_in_two_ways_is_one_name() {
        assertThat(AccountName.check("Jose\u0301")).isEqualTo(AccountName.check("Jos\u00e9"));
    }

    @Test
    void a_name_has_at_most_64_characters_however_many_bytes_they_take() {
        assertThat(AccountName.check("🦊".repeat(64))).isInstanceOf(Checked.Good.class);
        assertThat(AccountName.check("🦊".repeat(65))).isEqualTo(new Checked.Bad(Fault.TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'   ', EMPTY",
        "\u200b, EMPTY",
        "\u200d, EMPTY",
        "\u0301, EMPTY",
        "'a\nb', INVISIBLE_CHARACTERS",
        "a\u202eb, INVISIBLE_CHARACTERS",
        "a\u2066b, INVISIBLE_CHARACTERS",
        "a\u0000b, INVISIBLE_CHARACTERS",
        "a\ue000, INVISIBLE_CHARACTERS",
        "a\u2028b, INVISIBLE_CHARACTERS"
    })
    void what_nobody_could_tell_apart_is_refused(String typed, Fault fault) {
        assertThat(AccountName.check(typed)).isEqualTo(new Checked.Bad(fault));
    }
}
