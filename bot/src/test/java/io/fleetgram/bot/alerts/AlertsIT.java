package io.fleetgram.bot.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.alerts.app.AlertDesk;
import io.fleetgram.bot.fleet.NodeEntriesFailed;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeNotice;
import io.fleetgram.bot.fleet.NodeNoticed;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.fleet.NodeVerdict;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.StatusReport;
import io.fleetgram.bot.health.ControllerBack;
import io.fleetgram.bot.health.ControllerCutOff;
import io.fleetgram.bot.health.NodeHealthChanged;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.texts.BundleFiles;
import io.fleetgram.bot.telegram.texts.TextBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** S6: what happens to nodes reaches operators, and a storm of it does not flood them. */
class AlertsIT {

    /** The alerts with messages that are remembered instead of sent. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("io.fleetgram.bot.alerts")
    static class Parts {

        @Bean
        Feature feature(ApplicationEventPublisher events) {
            return new Feature(events);
        }

        @Bean
        Sent sent() {
            return new Sent();
        }
    }

    /** Some feature to which things happen. */
    record Feature(ApplicationEventPublisher events) {}

    static final class Sent implements Messages {

        private final Texts english =
                new TextBundles(BundleFiles.read(), InstantSource.system()).of(Optional.of("en"), Optional.empty());
        private final List<View> views = new CopyOnWriteArrayList<>();

        @Override
        public void toOperators(Kind kind, Capability capability, Function<Texts, View> message) {
            views.add(message.apply(english));
        }

        @Override
        public void toChat(Kind kind, long chatId, Function<Texts, View> message) {
            throw new AssertionError("alerts go to operators");
        }
    }

    private static TestController controller;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(Parts.class, TestController.MovedTime.class);
        IntStream.range(0, 40)
                .forEach(i -> controller
                        .get(Nodes.class)
                        .add(new NodeKey("n" + i), NodeProfile.of("node " + i, "192.0.2.1"), Instant.now()));
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_storm_of_events_becomes_a_few_messages_that_name_nodes_and_lead_to_them() {
        for (int i = 0; i < 40; i++) {
            publish(new NodeDisagreed("n" + i, "it holds something else; it gets everything anew"));
        }
        await().until(() -> texts("State differs").size() == 3);
        var first = texts("State differs").getFirst();
        assertThat(first).contains("🟡 State differs: <b>node ").contains("it holds something else");

        controller.advance(Folding.WINDOW.plus(Duration.ofMinutes(1)));
        controller.get(AlertDesk.class).sweep();
        controller.get(AlertDesk.class).sweep();

        assertThat(texts("State differs")).hasSize(4);
        assertThat(texts("State differs").getLast()).contains("and 32 more").contains("37 times");
    }

    @Test
    void a_second_agent_and_the_end_of_a_trouble_are_told_with_a_way_to_the_node() {
        publish(new SecondRun("n7"));
        publish(new NodeSyncWell(new NodeKey("n7"), "node 7", 6));
        await().until(() -> texts("Sync works again").size() == 1);
        assertThat(texts("Second agent"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("<b>node 7</b>").contains("end one of them"));
        assertThat(texts("Sync works again").getFirst()).contains("after 6 failed attempts");
        assertThat(controller.get(Sent.class).views.getLast().rows().toString()).contains("nodesync", "n7");
    }

    @Test
    void what_a_node_tells_of_itself_is_an_alert_of_its_kind() {
        var node = new NodeKey("n8");
        var twoMinutes = Duration.ofSeconds(130);
        publish(changed(node, Optional.empty(), NodeVerdict.ONLINE, ""));
        publish(changed(node, Optional.of(NodeVerdict.ONLINE), NodeVerdict.OFFLINE, "443: refused"));
        publish(changed(node, Optional.of(NodeVerdict.OFFLINE), NodeVerdict.DEGRADED, "its agent is silent"));
        publish(changed(node, Optional.of(NodeVerdict.DEGRADED), NodeVerdict.ONLINE, ""));
        publish(new ControllerCutOff(12, 20));
        publish(new ControllerBack(twoMinutes));
        publish(noticed(node, "drift", "2 users had been changed in the core by somebody else; repaired"));
        publish(noticed(node, "counter-fell", "1 counters of the core were below their last value"));
        publish(noticed(node, "journal", "the traffic journal cannot be written"));
        publish(noticed(node, "probe", "port 9000 cannot be opened"));
        publish(noticed(node, "hash-mismatch", "told by the controller itself"));
        publish(new NodeEntriesFailed(
                node,
                "node 8",
                List.of(
                        new StatusReport.Failure("i/a", "port 443 is in use", false),
                        new StatusReport.Failure("i/b", "no", false))));
        controller.get(AlertDesk.class).flush();

        assertThat(texts("12 of 20 nodes"))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("🔴 <b>This controller seems cut off</b>"));
        assertThat(texts("reaches its nodes again"))
                .singleElement()
                .satisfies(text -> assertThat(text).contains("after 2 min"));
        assertThat(texts("<b>node 8</b>"))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("🔴 Node is offline").contains("443: refused"),
                        text -> assertThat(text).contains("🟡 Node is degraded").contains("its agent is silent"),
                        text -> assertThat(text)
                                .contains("🟢 Node is well again")
                                .contains("degraded for 2 min"),
                        text -> assertThat(text)
                                .contains("🟡 Changed by somebody else")
                                .contains("2 users"),
                        text -> assertThat(text)
                                .contains("🟡 Counting began anew")
                                .contains("below"),
                        text -> assertThat(text)
                                .contains("🔴 A node cannot write")
                                .contains("journal"),
                        text -> assertThat(text)
                                .contains("🟡 A node has a trouble")
                                .contains("port 9000"),
                        text -> assertThat(text)
                                .contains("🔴 Set aside on a node")
                                .contains("i/a and 1 more: port 443"));
    }

    private static NodeHealthChanged changed(
            NodeKey node, Optional<NodeVerdict> before, NodeVerdict verdict, String reason) {
        return new NodeHealthChanged(node, "node 8", before, verdict, reason, Duration.ofSeconds(130));
    }

    private static NodeNoticed noticed(NodeKey node, String kind, String text) {
        return new NodeNoticed(node, "node 8", new NodeNotice(Instant.EPOCH, kind, text));
    }

    private static void publish(Object event) {
        controller.get(Feature.class).events().publishEvent(event);
    }

    private static List<String> texts(String title) {
        return controller.get(Sent.class).views.stream()
                .map(view -> view.text().markup())
                .filter(text -> text.contains(title))
                .toList();
    }
}
