package io.fleetgram.agent.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SignalTest {

    @Test
    void a_signal_raised_before_the_wait_is_not_lost_and_is_taken_once() throws InterruptedException {
        var signal = new Signal();
        signal.raise();
        signal.raise();
        assertThat(signal.await(Duration.ofHours(1))).isTrue();
        assertThat(signal.await(Duration.ZERO)).isFalse();
    }

    @Test
    @Timeout(30)
    void a_waiting_loop_is_woken_by_another_thread() throws InterruptedException {
        var signal = new Signal();
        var other = Thread.ofVirtual().start(signal::raise);
        assertThat(signal.await(Duration.ofHours(1))).isTrue();
        other.join();
    }
}
