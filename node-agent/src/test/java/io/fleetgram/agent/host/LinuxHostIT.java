package io.fleetgram.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.pace.MonotonicClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The files of a real Linux. Shows A8 at the agent's side. */
class LinuxHostIT {

    @Test
    void a_real_machine_has_memory_a_disk_a_past_and_the_connection_that_we_made() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var host = new LinuxHost(Path.of("/proc"), Path.of("/"), MonotonicClock.system());
            var reading = host.read(Set.of(server.getLocalPort()), 3);
            assertThat(accepted.isConnected() && client.isConnected()).isTrue();
            assertThat(reading.host().memory().total())
                    .isGreaterThan(reading.host().memory().used());
            assertThat(reading.host().disk().total()).isPositive();
            assertThat(reading.host().bootedAt()).isBetween(Instant.EPOCH.plusSeconds(1), Instant.now());
            assertThat(reading.host().connections()).isEqualTo(1);
            assertThat(reading.host().onlineAccounts()).isEqualTo(3);
            assertThat(reading.listening()).containsExactly(server.getLocalPort());
        }
    }
}
