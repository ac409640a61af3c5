package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LastWordsTest {

    @Test
    void the_reason_of_a_panic_stands_before_its_stack() {
        assertThat(LastWords.of("Reading config\npanic: bad account\n\ngoroutine 1 [running]:\nmain.main()\n"))
                .isEqualTo("panic: bad account");
    }

    @Test
    void else_the_last_line_says_it() {
        assertThat(LastWords.of("V2Ray 4.34.0\nmain: failed to listen: address already in use\n\n"))
                .isEqualTo("main: failed to listen: address already in use");
    }

    @Test
    void a_core_may_say_nothing_or_too_much() {
        assertThat(LastWords.of("")).isEqualTo("it said nothing");
        assertThat(LastWords.of("x".repeat(5_000))).hasSize(401);
        assertThat(LastWords.ofFile(Path.of("/nowhere/at/all"))).startsWith("its output could not be read");
    }
}
