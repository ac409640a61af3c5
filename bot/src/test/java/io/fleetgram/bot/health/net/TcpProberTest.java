package io.fleetgram.bot.health.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.health.PortOutcome;
import io.fleetgram.bot.health.Prober.Target;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpProberTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final TcpProber prober = new TcpProber();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (var each : open) {
            each.close();
        }
        prober.close();
    }

    @Test
    void open_closed_unknown_and_unanswered_ports_are_told_apart_and_none_waits_for_another() throws IOException {
        var listening = listener(50);
        var refused = refusedPort();
        var hole = blackHole();
        var unknown = new Target("no-such-host.invalid", 443);
        var targets = List.of(target(listening), new Target("127.0.0.1", refused), target(hole), unknown);

        var outcomes = prober.probe(targets, Duration.ofSeconds(1));

        assertThat(outcomes.get(targets.get(0))).isInstanceOf(PortOutcome.Open.class);
        assertThat(outcomes.get(targets.get(1))).isEqualTo(new PortOutcome.Closed("refused"));
        assertThat(outcomes.get(targets.get(2))).isEqualTo(new PortOutcome.Closed("no answer in 1 s"));
        assertThat(outcomes.get(unknown))
                .isInstanceOfSatisfying(
                        PortOutcome.Closed.class,
                        closed -> assertThat(closed.why()).startsWith("the name"));
    }

    @Test
    void an_ipv6_address_is_tried_as_it_is() {
        assertThat(prober.probe(List.of(new Target("::1", refusedPort())), Duration.ofSeconds(1))
                        .values())
                .singleElement()
                .isInstanceOf(PortOutcome.Closed.class);
    }

    private ServerSocket listener(int backlog) throws IOException {
        var socket = new ServerSocket(0, backlog, LOOPBACK);
        open.add(socket);
        return socket;
    }

    /** Linux drops what comes to a listener whose queue is full: to whoever connects nobody is there. */
    private ServerSocket blackHole() throws IOException {
        var hole = listener(1);
        for (int i = 0; i < 4; i++) {
            var waiting = SocketChannel.open();
            waiting.configureBlocking(false);
            waiting.connect(hole.getLocalSocketAddress());
            open.add(waiting);
        }
        return hole;
    }

    private static int refusedPort() {
        try (var socket = new ServerSocket(0, 1, LOOPBACK)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Target target(ServerSocket socket) {
        return new Target("127.0.0.1", socket.getLocalPort());
    }
}
