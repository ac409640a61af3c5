package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.Test;

/** Everything that a node could ask is gone, and it starts from nothing but its own disk. */
abstract class ColdStart extends EndToEnd {

    ColdStart(CoreKind kind) {
        super(kind, 1);
    }

    @Test
    @Shows({"A4", "T3"})
    void
            with_controller_and_database_away_a_node_that_starts_cold_serves_a_new_client_and_the_traffic_is_counted_later()
                    throws InterruptedException {
        stage().owner().addAccount("frieda");
        var frieda = plainLink(stage().owner().link("frieda"), 1);
        var warm = send(frieda, 200_000, 20_000);
        awaitBooked("frieda", 1, warm);
        var nora = neverSeen("nora");
        var stack = stage().stack();
        var node = stage().node(1);
        stack.controller().kill();
        stack.database().kill();
        node.kill();
        node.killCore();

        node.start();
        var first = send(nora, 1_000_000, 100_000);
        var cold = send(frieda, 3_000_000, 300_000);
        stack.database().restart();
        stack.controller().start();
        awaitBooked("frieda", 1, warm.plus(cold));
        awaitBooked("nora", 1, first);
    }
}
