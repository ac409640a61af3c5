package io.fleetgram.bot.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** N1: every field of a node is checked. */
class NodeRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.7",
                "0.0.0.0",
                "2001:db8::7",
                "::1",
                "::ffff:203.0.113.7",
                "de1.example.org",
                "localhost",
                "xn--mnchen-3ya.example",
                "1.2.3.example"
            })
    void addresses_that_clients_can_reach_are_good(String address) {
        assertThat(NodeRules.faultInAddress(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4:443",
                "[2001:db8::7]",
                "2001:db8::7%eth0",
                "2001:db8:::7",
                "de1..example.org",
                "-de1.example.org",
                "de1.example.org:443",
                "https://de1.example.org",
                "de 1",
                "a_b.example.org"
            })
    void what_is_no_address_is_told_with_an_example(String address) {
        assertThat(NodeRules.faultInAddress(address))
                .hasValueSatisfying(fault -> assertThat(fault).contains("203.0.113.7"));
    }

    @Test
    void a_domain_has_at_most_253_characters() {
        var label = "a".repeat(63);
        assertThat(NodeRules.faultInAddress(String.join(".", label, label, label, "b".repeat(61))))
                .isEmpty();
        assertThat(NodeRules.faultInAddress(String.join(".", label, label, label, "b".repeat(62))))
                .isPresent();
    }

    @Test
    void names_are_words_of_any_script_and_no_markup() {
        assertThat(List.of("de-1", "Франкфурт 1", "تهران", "東京.2"))
                .allSatisfy(name -> assertThat(NodeRules.faultInName(name)).isEmpty());
        assertThat(List.of("", " de-1", "de-1 ", "-de", "<b>", "a\nb", "x".repeat(65)))
                .allSatisfy(name -> assertThat(NodeRules.faultInName(name)).isPresent());
    }

    @Test
    void numbers_have_a_range_that_the_fault_names() {
        assertThat(NodeRules.faultInWeight(0))
                .hasValueSatisfying(fault -> assertThat(fault).contains("1 to 1,000"));
        assertThat(NodeRules.faultInWeight(1_000)).isEmpty();
        assertThat(NodeRules.faultInCapacity(-1)).isPresent();
        assertThat(NodeRules.faultInCapacity(1_000_000)).isEmpty();
    }

    @Test
    void tags_regions_and_notes_have_a_form() {
        assertThat(NodeRules.faultInTag("premium_eu-1")).isEmpty();
        assertThat(NodeRules.faultInTag("Premium")).isPresent();
        assertThat(NodeRules.faultInTag("a,b")).isPresent();
        assertThat(NodeRules.faultInRegion("Frankfurt am Main")).isEmpty();
        assertThat(NodeRules.faultInRegion("two\nlines")).isPresent();
        assertThat(NodeRules.faultInNote(" ")).isPresent();
    }

    @Test
    void a_profile_that_breaks_a_rule_cannot_be_made() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeProfile.of("de-1", "nowhere:99"))
                .withMessageContaining("public address");
    }
}
