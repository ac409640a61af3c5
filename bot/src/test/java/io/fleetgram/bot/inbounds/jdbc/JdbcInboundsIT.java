package io.fleetgram.bot.inbounds.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.FeatureParts;
import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.inbounds.Offer;
import io.fleetgram.bot.inbounds.Presets;
import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.bot.inbounds.app.FirstInbounds;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.Offers;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.EntryKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcInboundsIT {

    private static TestController controller;
    private static Inbounds inbounds;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(FeatureParts.class);
        inbounds = controller.get(Inbounds.class);
        database = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void the_first_start_adds_both_presets_offered_everywhere() {
        assertThat(inbounds.all()).extracting(Inbound::tag).containsExactly("vless-reality", "vless-tcp");
        assertThat(inbounds.everHadOne()).isTrue();
        var node = addNode("everywhere");
        assertThat(offers(node)).containsExactlyInAnyOrderElementsOf(keys());
    }

    @Test
    void a_second_start_adds_nothing_and_makes_no_version() {
        var version = controller.get(DesiredState.class).currentVersion();
        assertThat(firstInbounds().addIfNone(JdbcInboundsIT::presets)).isZero();
        assertThat(controller.get(DesiredState.class).currentVersion()).isEqualTo(version);
    }

    @Test
    void controllers_that_start_at_once_add_the_presets_once() throws Exception {
        try (var other = TestController.startWith(FeatureParts.class);
                var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = other.get(JdbcClient.class);
            client.sql("DELETE FROM inbound_offer").update();
            client.sql("DELETE FROM inbound").update();
            var first =
                    new FirstInbounds(other.get(DesiredState.class), other.get(Inbounds.class), other.get(Audit.class));
            Callable<Integer> start = () -> first.addIfNone(JdbcInboundsIT::presets);
            var added = new ArrayList<Integer>();
            for (Future<Integer> each : pool.invokeAll(List.of(start, start, start, start))) {
                added.add(each.get());
            }
            assertThat(added).containsExactlyInAnyOrder(2, 0, 0, 0);
            assertThat(other.get(Inbounds.class).all()).hasSize(2);
        }
    }

    @Test
    void what_was_written_is_read_back_whole() {
        var written = new Presets(SeededRandom.keys(3))
                .vlessReality(8443, "example.org:443", List.of("example.org", "www.example.org"));
        var renamed = renamed(written, "read-back");
        add(renamed, new Offer.Everywhere());
        try {
            assertThat(inbounds.find(renamed.key())).contains(renamed);
        } finally {
            delete(renamed);
        }
    }

    @Test
    void the_private_key_lies_sealed_in_the_database() {
        var reality = inbounds.all().stream()
                .filter(inbound -> inbound.security() instanceof Security.Reality)
                .findFirst()
                .orElseThrow();
        var key = ((Security.Reality) reality.security()).keys().privateKey();
        var stored = database.sql("SELECT settings FROM inbound WHERE inbound_key = ?")
                .param(reality.key().text())
                .query(String.class)
                .single();
        assertThat(stored)
                .contains("privateKey")
                .doesNotContain(Base64.getEncoder().encodeToString(key))
                .doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(key))
                .doesNotContain(HexFormat.of().formatHex(key));
    }

    @Test
    void an_inbound_for_one_node_is_offered_there_alone() {
        var here = addNode("here");
        var there = addNode("there");
        var inbound = renamed(new Presets(SeededRandom.keys(4)).vlessTcp(9001), "one-node");
        add(inbound, new Offer.OnNode(here.text()));
        try {
            assertThat(offers(here)).contains(inbound.key().text());
            assertThat(offers(there)).doesNotContain(inbound.key().text()).isNotEmpty();
        } finally {
            delete(inbound);
        }
    }

    @Test
    void a_node_that_offers_nothing_is_named_and_a_removed_one_is_not() {
        database.sql("UPDATE inbound SET enabled = FALSE").update();
        try {
            var node = addNode("bare");
            assertThat(offers(node)).isEmpty();
            var nodes = controller.get(Nodes.class);
            nodes.remove(nodes.find(node).orElseThrow(), Instant.EPOCH);
            assertThat(offersByNode()).doesNotContainKey(node.text());
        } finally {
            database.sql("UPDATE inbound SET enabled = TRUE").update();
        }
    }

    @Test
    void entries_are_those_of_enabled_inbounds_and_the_same_each_time() {
        var contributor = contributor();
        var all = new ArrayList<StateEntry>();
        contributor.all(all::add);
        assertThat(all)
                .hasSize(2)
                .allSatisfy(entry -> assertThat(contributor.owns(entry.key())).isTrue());
        var keys = all.stream().map(StateEntry::key).toList();
        assertThat(contributor.present(keys))
                .extracting(StateEntry::digest)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(StateEntry::digest).toList());

        database.sql("UPDATE inbound SET enabled = FALSE WHERE tag = 'vless-tcp'")
                .update();
        try {
            assertThat(contributor.present(keys)).hasSize(1);
        } finally {
            database.sql("UPDATE inbound SET enabled = TRUE").update();
        }
    }

    private static Contributor contributor() {
        return controller.all(Contributor.class).stream()
                .filter(contributor -> contributor.owns(new EntryKey.OfInbound("x")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> offers(NodeKey node) {
        return Objects.requireNonNull(offersByNode().get(node.text()), "every node is named");
    }

    private static Map<String, Set<String>> offersByNode() {
        return controller
                .get(Transactions.class)
                .snapshot(() -> controller.get(Offers.class).byNode());
    }

    private static List<String> keys() {
        return inbounds.all().stream().map(inbound -> inbound.key().text()).toList();
    }

    private static NodeKey addNode(String name) {
        var key = new NodeKey(name.replace("-", ""));
        controller.get(Nodes.class).add(key, NodeProfile.of(name, "203.0.113.7"), Instant.EPOCH);
        return key;
    }

    private static void add(Inbound inbound, Offer offer) {
        controller.get(DesiredState.class).change(touched -> {
            inbounds.add(inbound, List.of(offer));
            return true;
        });
    }

    private static void delete(Inbound inbound) {
        database.sql("DELETE o FROM inbound_offer o JOIN inbound i ON i.id = o.inbound_id WHERE i.inbound_key = ?")
                .param(inbound.key().text())
                .update();
        database.sql("DELETE FROM inbound WHERE inbound_key = ?")
                .param(inbound.key().text())
                .update();
    }

    private static Inbound renamed(Inbound inbound, String tag) {
        return new Inbound(
                inbound.key(),
                tag,
                inbound.protocol(),
                inbound.listen(),
                inbound.port(),
                inbound.transport(),
                inbound.security(),
                inbound.flow(),
                inbound.sniffing(),
                inbound.enabled());
    }

    private static List<Inbound> presets() {
        var presets = new Presets(SeededRandom.keys(5));
        return List.of(presets.vlessTcp(8388), presets.vlessReality(443, "example.org:443", List.of("example.org")));
    }

    private static FirstInbounds firstInbounds() {
        return new FirstInbounds(controller.get(DesiredState.class), inbounds, controller.get(Audit.class));
    }
}
