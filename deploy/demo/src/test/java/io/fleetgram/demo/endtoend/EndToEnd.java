package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.coverage.RunsOnCore;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.demo.walk.Transfers;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.traffic.ShareLink;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A scenario on the whole product; each of its subclasses runs it on one core. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
abstract class EndToEnd implements RunsOnCore {

    /** How long something may take that goes from the controller to a core and back at once. */
    static final Duration SOON = Duration.ofSeconds(20);

    /** How long bytes may take from the core's counter to the controller's books. */
    static final Duration COUNTED = Duration.ofSeconds(40);

    @RegisterExtension
    static final AfterTestExecutionCallback SPOILT =
            context -> context.getExecutionException().ifPresent(failure -> Stage.spoilt());

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

    Amount send(ShareLink link, long download, long upload) {
        var done = Transfers.through(link, stage.target(), download, upload);
        return new Amount(done.uplink(), done.downlink());
    }

    /** A server of a new account on the first node, which holds the account and has had no stream of it. */
    ShareLink neverSeen(String account) throws InterruptedException {
        var node = stage().node(1);
        var before = node.appliedVersion().orElseThrow();
        stage().owner().addAccount(account);
        assertThat(Until.isTrue(SOON, () -> node.appliedVersion().orElse(before).compareTo(before) > 0))
                .as("%s has come to %s", account, Stage.name(1))
                .isTrue();
        return plainLink(stage().owner().link(account), 1);
    }

    /** Waits until so much, and no other amount, is booked for an account on a node. */
    void awaitBooked(String account, int node, Amount amount) {
        assertThat(Until.isTrue(
                        COUNTED,
                        () -> stage().booked(account).on(Stage.name(node)).equals(amount)))
                .as("booked %s, went %s", stage().booked(account), amount)
                .isTrue();
    }
}
