package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.RunsOnCore;
import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.core.Cores;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A machine dies, another loses its agent alone, and both come back; checked every five seconds. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class HealthOnBestEndToEndIT implements RunsOnCore {

    /** Three checks, or an agent's half minute of silence and three checks; on a busy machine. */
    private static final Duration JUDGED = Duration.ofSeconds(90);

    private Stage stage;

    @BeforeAll
    void enter() throws InterruptedException {
        var settings = Map.of("fleetgram.health.interval", "5s", "fleetgram.health.busy-percent", "100");
        stage = Stage.fresh(Cores.best().kind(), "health", settings);
        stage.awake(2);
    }

    @AfterAll
    void leave() {
        stage.close();
    }

    @Override
    public String coreName() {
        return stage.stack().core().title();
    }

    @Test
    @Shows({"H1", "H2", "H3", "H4", "H5", "P2"})
    void a_dead_node_is_told_and_leaves_subscriptions_and_one_whose_agent_alone_is_dead_goes_on_serving()
            throws InterruptedException {
        var owner = stage.owner();
        var person = owner.person();
        owner.addAccount("ines");
        var subscription = owner.link("ines");
        assertThat(listed(subscription, 1) && listed(subscription, 2)).isTrue();
        owner.home();

        stage.node(2).kill();
        stage.node(2).killCore();
        person.sees(text -> tells(text, "Node is offline", 2), JUDGED);
        assertThat(listed(subscription, 1)).isTrue();
        assertThat(listed(subscription, 2)).as("the dead one is left out").isFalse();

        stage.node(1).kill();
        person.sees(text -> tells(text, "Node is degraded", 1) && text.contains("users are served"), JUDGED);
        assertThat(listed(subscription, 1)).as("it still serves").isTrue();
        try (var client = Client.on(stage.links(subscription, 1).getFirst(), stage.target())) {
            assertThat(client.isServedWithin(EndToEnd.SOON)).isTrue();
        }

        stage.node(1).start();
        stage.node(2).start();
        person.sees(text -> tells(text, "Node is well again", 1), JUDGED);
        person.sees(text -> tells(text, "Node is well again", 2), JUDGED);
        assertThat(Until.isTrue(EndToEnd.SOON, () -> listed(subscription, 2))).isTrue();

        owner.node(Stage.name(2));
        person.taps("Health");
        person.sees(
                text -> text.contains("🔴 offline: none of its ports can be reached")
                        && text.contains("Available: 24 h")
                        && text.contains("half within"),
                Duration.ofSeconds(45));
    }

    private boolean listed(URI subscription, int node) {
        return !stage.links(subscription, node).isEmpty();
    }

    private static boolean tells(String text, String title, int node) {
        return text.contains(title) && text.contains(Stage.name(node));
    }
}
