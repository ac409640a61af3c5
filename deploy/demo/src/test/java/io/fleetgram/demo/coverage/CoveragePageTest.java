package io.fleetgram.demo.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoveragePageTest {

    @Test
    void a_requirement_names_its_tests_and_the_cores_each_ran_on() {
        var page = CoveragePage.text(
                CoveragePage.requirements(),
                List.of(
                        new CoveragePage.Seen("N1", "a node joins", "v2ray 4.34.0"),
                        new CoveragePage.Seen("N1", "a node joins", "Xray 26.10.10")));
        assertThat(page).contains("| a node joins | Xray 26.10.10, v2ray 4.34.0 |");
    }

    @Test
    void a_requirement_that_nothing_shows_says_so() {
        assertThat(CoveragePage.text(CoveragePage.requirements(), List.of()))
                .containsPattern("\\| O8 \\| .* \\| – \\| – \\|");
    }

    @Test
    void an_id_that_does_not_exist_is_an_error() {
        assertThatThrownBy(() -> CoveragePage.text(
                        CoveragePage.requirements(), List.of(new CoveragePage.Seen("Q7", "a test", "v2ray"))))
                .hasMessageContaining("Q7");
    }
}
