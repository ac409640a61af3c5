package io.fleetgram.parts.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FreePortTest {

    private static final long SEED = 7;

    @Test
    void a_port_that_somebody_listens_on_is_passed_over() throws IOException {
        var first = FreePort.find(new Random(SEED));
        try (var taken = new ServerSocket(first, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePort.find(new Random(SEED))).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void the_port_lies_below_those_of_outgoing_connections() {
        assertThat(FreePort.find()).isBetween(1024, 32_767);
    }
}
