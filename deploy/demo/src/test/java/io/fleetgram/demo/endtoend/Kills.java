package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.endtoend.Booked.Amount;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.core.CoreKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Processes die under traffic, and the controller is away; no byte is lost or counted twice, and nobody notices. */
abstract class Kills extends EndToEnd {

    private static final long TEN_SECONDS_OF_DOWNLOAD = 50_000_000;
    private static final Duration DOWNLOAD_LIMIT = Duration.ofSeconds(90);

    Kills(CoreKind kind) {
        super(kind, 1);
    }

    @Test
    @Shows({"T2", "T3", "A7"})
    void agent_and_controller_are_killed_under_traffic_and_every_byte_is_counted_once() throws InterruptedException {
        stage().owner().addAccount("erika");
        var link = plainLink(stage().owner().link("erika"), 1);
        var pid = stage().corePid(1);
        try (var download = LiveDownload.start(link, stage().target(), TEN_SECONDS_OF_DOWNLOAD)) {
            awaitSomeBooked("erika", 1);
            stage().node(1).kill();
            assertThat(download.goesOn()).as("goes on without the agent").isTrue();
            stage().node(1).start();

            awaitSomeBooked("erika", booked("erika") + 1);
            stage().stack().controller().kill();
            assertThat(download.goesOn()).as("goes on without the controller").isTrue();
            stage().stack().controller().start();

            awaitBooked("erika", download.whole(DOWNLOAD_LIMIT));
        }
        assertThat(stage().corePid(1)).isEqualTo(pid);
    }

    private void awaitSomeBooked(String account, long bytes) {
        assertThat(Until.isTrue(COUNTED, () -> booked(account) >= bytes))
                .as("%d bytes of %s booked", bytes, account)
                .isTrue();
    }

    private long booked(String account) {
        return stage().booked(account).on(Stage.name(1)).downlink();
    }

    @Test
    @Shows({"A4", "T3"})
    void with_the_controller_away_a_node_that_starts_cold_serves_a_client_and_the_traffic_is_counted_later()
            throws InterruptedException {
        stage().owner().addAccount("frieda");
        var link = plainLink(stage().owner().link("frieda"), 1);
        var warm = send(link, 200_000, 20_000);
        awaitBooked("frieda", warm);
        var controller = stage().stack().controller();
        var node = stage().node(1);
        controller.stop();
        node.kill();
        node.killCore();

        node.start();
        var cold = send(link, 3_000_000, 300_000);
        controller.start();
        awaitBooked("frieda", warm.plus(cold));
    }

    private void awaitBooked(String account, Amount amount) {
        assertThat(Until.isTrue(
                        COUNTED, () -> stage().booked(account).on(Stage.name(1)).equals(amount)))
                .as("booked %s, went %s", stage().booked(account), amount)
                .isTrue();
    }
}
