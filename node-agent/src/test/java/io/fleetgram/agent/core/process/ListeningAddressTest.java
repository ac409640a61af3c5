package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListeningAddressTest {

    @Test
    void an_address_meets_itself_and_whoever_listens_everywhere() {
        var address = ListeningAddress.of("127.0.0.7");

        assertThat(address.meets("0700007F")).isTrue();
        assertThat(address.meets("00000000")).isTrue();
        assertThat(address.meets("0000000000000000FFFF00000700007F")).isTrue();
        assertThat(address.meets("0100007F")).isFalse();
    }

    @Test
    void an_address_of_version_6_is_four_words() {
        assertThat(ListeningAddress.of("::1").meets("00000000000000000000000001000000"))
                .isTrue();
        assertThat(ListeningAddress.of("::1").meets("B80D0120000000000000000001000000"))
                .isFalse();
    }

    @Test
    void every_address_meets_every_listener() {
        assertThat(ListeningAddress.of("").meets("0100007F")).isTrue();
        assertThat(ListeningAddress.of("0.0.0.0").meets("0100007F")).isTrue();
    }

    @Test
    void who_listens_on_the_port_of_another_address_shares_nothing() throws IOException {
        var owners = new PortOwners(Path.of("/proc"));
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.7"), 0));
            var port = socket.getLocalPort();

            assertThat(owners.of("127.0.0.7", port))
                    .containsExactly(ProcessHandle.current().pid());
            assertThat(owners.of("", port))
                    .containsExactly(ProcessHandle.current().pid());
            assertThat(owners.of("127.0.0.8", port)).isEmpty();
        }
    }
}
