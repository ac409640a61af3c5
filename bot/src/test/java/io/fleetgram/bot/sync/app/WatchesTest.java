package io.fleetgram.bot.sync.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WatchesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Watches watches = new Watches();

    @Test
    void a_wake_up_before_parking_is_not_lost() throws Exception {
        var watch = watches.open("n1", "serial");
        watches.wake(Set.of("n1"));

        var begin = System.nanoTime();
        watch.await(LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONG);
        assertThatCode(watch::check).doesNotThrowAnyException();
    }

    @Test
    void another_nodes_change_wakes_nobody() throws Exception {
        var watch = watches.open("n1", "serial");
        watches.wake(Set.of("n2"));

        var begin = System.nanoTime();
        watch.await(Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void the_older_of_two_polls_ends_and_its_closing_does_not_close_the_newer() {
        var older = watches.open("n1", "serial");
        watches.open("n1", "serial");
        watches.close(older);

        assertThat(endOf(older)).isEqualTo(AgentError.POLL_REPLACED);
        assertThat(watches.parked()).isEqualTo(1);
    }

    @Test
    void a_revoked_certificate_ends_its_own_poll_only_and_the_first_reason_counts() {
        var one = watches.open("n1", "one");
        var other = watches.open("n2", "other");
        watches.endSerial("one", new CallRefused(AgentError.CERTIFICATE_REVOKED, "revoked"));
        watches.endAll(new CallRefused(AgentError.UNAVAILABLE, "stopping"));

        assertThat(endOf(one)).isEqualTo(AgentError.CERTIFICATE_REVOKED);
        assertThat(endOf(other)).isEqualTo(AgentError.UNAVAILABLE);
    }

    private static AgentError endOf(Watch watch) {
        return catchThrowableOfType(CallRefused.class, watch::check).error();
    }
}
