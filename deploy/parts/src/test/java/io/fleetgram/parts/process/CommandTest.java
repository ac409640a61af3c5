package io.fleetgram.parts.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommandTest {

    private static final Duration SHORT = Duration.ofSeconds(20);

    @Test
    void both_outputs_and_the_exit_code_are_kept() {
        var ended = Command.of("sh", "-c", "echo one; echo $WORD >&2; exit 3")
                .with("WORD", "two")
                .run(SHORT);
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.output()).isEqualTo("one\ntwo\n");
        assertThat(ended.lastLine()).isEqualTo("two");
        assertThat(ended.well()).isFalse();
    }

    @Test
    void a_program_that_is_not_there_is_an_outcome() {
        var ended = Command.of("no-such-program-here").run(SHORT);
        assertThat(ended.well()).isFalse();
        assertThat(ended.output()).contains("no-such-program-here");
    }

    @Test
    void a_program_that_takes_too_long_is_ended() {
        assertThat(Command.of("sleep", "600").run(Duration.ofMillis(50)).output())
                .contains("did not end within");
    }
}
