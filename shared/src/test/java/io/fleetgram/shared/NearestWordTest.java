package io.fleetgram.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestWordTest {

    private static final List<String> KNOWN = List.of("poll.wait", "report.interval", "core.executable");

    @Test
    void a_slip_is_recognised_and_something_else_is_not() {
        assertThat(NearestWord.to("poll.wiat", KNOWN)).contains("poll.wait");
        assertThat(NearestWord.to("report.intervall", KNOWN)).contains("report.interval");
        assertThat(NearestWord.to("Core.Executable", KNOWN)).contains("core.executable");
        assertThat(NearestWord.to("telegram.token", KNOWN)).isEmpty();
        assertThat(NearestWord.to("x", KNOWN)).isEmpty();
        assertThat(NearestWord.to("poll.wait", List.of())).isEmpty();
    }
}
