package io.fleetgram.parts.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.RealPart;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class NeedTest {

    private static final Found<String> NONE = new Found.Missing<>("nobody\nsells it");

    private final String rootBefore = System.getProperty("fleetgram.root", "");
    private final String realBefore = System.getProperty("real", "");
    private final String xrayBefore = System.getProperty("real.xray", "");

    @BeforeEach
    void notesGoElsewhere(@TempDir Path directory) {
        System.setProperty("fleetgram.root", directory.toString());
        System.setProperty("real", "auto");
        System.setProperty("real.xray", "auto");
    }

    @AfterEach
    void restore() {
        System.setProperty("fleetgram.root", rootBefore);
        System.setProperty("real", realBefore);
        System.setProperty("real.xray", xrayBefore);
    }

    @Test
    void a_part_that_is_there_is_handed_over() {
        assertThat(Need.of(RealPart.MARIADB, new Found.Present<>("here"))).isEqualTo("here");
        assertThat(SkippedParts.ofThisBuild().lines()).isEmpty();
    }

    @Test
    void a_missing_part_skips_the_test_and_is_noted_once() {
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> Need.of(RealPart.MARIADB, NONE)).isInstanceOf(TestAbortedException.class);
        }
        Need.note(RealPart.XRAY, NONE);
        assertThat(SkippedParts.ofThisBuild().lines())
                .containsExactly("MariaDB: nobody sells it", "Xray: nobody sells it");
    }

    @Test
    void a_missing_part_that_is_required_is_a_failure() {
        System.setProperty("real", "required");
        assertThatThrownBy(() -> Need.of(RealPart.V2RAY, NONE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dreal=required");
        Need.note(RealPart.XRAY, NONE);
        System.setProperty("real.xray", "required");
        assertThatThrownBy(() -> Need.note(RealPart.XRAY, NONE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Dreal.xray=required");
    }
}
