package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.coverage.RunsOnCore;
import io.fleetgram.demo.walk.Transfers;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.traffic.ShareLink;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A scenario on the whole product; each of its subclasses runs it on one core. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
abstract class EndToEnd implements RunsOnCore {

    /** How long something may take that goes from the controller to a core and back at once. */
    static final Duration SOON = Duration.ofSeconds(20);

    /** How long bytes may take from the core's counter to the controller's books. */
    static final Duration COUNTED = Duration.ofSeconds(40);

    private final CoreKind kind;
    private final int nodes;
    private Stage stage;

    EndToEnd(CoreKind kind, int nodes) {
        this.kind = kind;
        this.nodes = nodes;
    }

    @BeforeAll
    void enter() throws InterruptedException {
        stage = Stage.on(kind);
        stage.awake(nodes);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public String coreName() {
        return kind == CoreKind.SIMULATED
                ? "simulated core"
                : stage.stack().core().title();
    }

    /** The link whose client is known to send nothing of its own. */
    ShareLink plainLink(URI subscription, int node) {
        return stage.links(subscription, node).stream()
                .filter(ShareLink::plain)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no plain server on " + Stage.name(node)));
    }

    Booked.Amount send(ShareLink link, long download, long upload) {
        var done = Transfers.through(link, stage.target(), download, upload);
        return new Booked.Amount(done.uplink(), done.downlink());
    }
}
