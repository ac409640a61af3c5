package io.fleetgram.bot.fleet.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.Place;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcNodesIT {

    private static final Instant NOW = Instant.parse("2026-11-20T14:03:22.123Z");

    private static TestController controller;
    private static Nodes nodes;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        nodes = controller.get(Nodes.class);
        jdbc = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @AfterEach
    void empty() {
        for (String table : new String[] {"node_failed_entry", "node_notice", "node_status", "node_tag", "node"}) {
            jdbc.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    void a_node_is_found_as_it_was_added() {
        var profile = new NodeProfile(
                "de-1",
                "2001:db8::7",
                Optional.of("Frankfurt"),
                Optional.of(new Place(50.11092, 8.68213)),
                250,
                OptionalInt.of(400),
                Optional.of("rented until May"),
                Set.of("premium", "eu"));
        nodes.add(new NodeKey("k1"), profile, NOW);

        var found = nodes.find(new NodeKey("k1")).orElseThrow();

        assertThat(found.profile()).isEqualTo(profile);
        assertThat(found.state()).isEqualTo(NodeState.PENDING);
        assertThat(found.createdAt()).isEqualTo(NOW);
        assertThat(nodes.findByName("de-1")).contains(found);
    }

    @Test
    void a_name_is_taken_once_and_free_again_after_removal() {
        var first = add("k1", "de-1");

        assertThat(nodes.add(new NodeKey("k2"), NodeProfile.of("de-1", "de2.example.org"), NOW))
                .isEqualTo(new Nodes.Addition.NameTaken("de-1"));

        assertThat(nodes.remove(first, NOW)).isInstanceOf(Nodes.Save.Saved.class);
        assertThat(nodes.find(first.key())).isEmpty();
        assertThat(nodes.findEver(first.key())).map(Node::state).contains(NodeState.REMOVED);
        assertThat(nodes.add(new NodeKey("k2"), NodeProfile.of("de-1", "de2.example.org"), NOW))
                .isInstanceOf(Nodes.Addition.Added.class);
    }

    @Test
    void the_second_of_two_saves_from_one_reading_is_stale() {
        var read = add("k1", "de-1");

        var first = nodes.save(
                read.withProfile(NodeProfile.of("de-2", "de1.example.org").withTags(Set.of("eu"))));
        var second = nodes.save(read.withProfile(NodeProfile.of("de-3", "de1.example.org")));

        assertThat(first)
                .isInstanceOfSatisfying(
                        Nodes.Save.Saved.class,
                        saved -> assertThat(saved.node().profile().tags()).containsExactly("eu"));
        assertThat(second).isEqualTo(new Nodes.Save.Stale());
        assertThat(nodes.find(read.key())).map(Node::name).contains("de-2");
    }

    @Test
    void every_node_is_listed_under_the_condition_that_its_card_shows_and_issues_come_first() {
        add("pending", "a-pending");
        serving("online", "b-online", "RUNNING", false);
        serving("silent", "z-silent", "RUNNING", true);
        serving("stopped", "y-stopped", "STOPPED", false);
        serving("failing", "x-failing", "RUNNING", false);
        jdbc.sql("""
                INSERT INTO node_failed_entry (node_id, entry_key, reason, since)
                SELECT id, 'i/in1', 'port in use', '2026-11-20 14:00:00' FROM node WHERE node_key = 'failing'
                """).update();
        state("disabled", "c-disabled", "DISABLED");
        state("draining", "d-draining", "DRAINING");

        var page = nodes.page(NodeFilter.ALL, 0, 8);

        assertThat(page.nodes())
                .extracting(NodeOverview::condition)
                .containsExactly(
                        NodeCondition.DEGRADED,
                        NodeCondition.DEGRADED,
                        NodeCondition.OFFLINE,
                        NodeCondition.PENDING,
                        NodeCondition.ONLINE,
                        NodeCondition.DISABLED,
                        NodeCondition.DRAINING);
        for (var condition : NodeCondition.values()) {
            var only = nodes.page(NodeFilter.ALL.withCondition(Optional.of(condition)), 0, 8);
            assertThat(only.nodes()).isNotEmpty().allMatch(node -> node.condition() == condition);
            assertThat(only.total()).isEqualTo(nodes.counts().of(condition));
        }
        assertThat(nodes.counts().all()).isEqualTo(7);
        assertThat(nodes.counts().enabled()).isEqualTo(6);
    }

    @Test
    void a_page_is_cut_from_the_filtered_list_and_knows_its_length() {
        for (int i = 10; i < 30; i++) {
            nodes.add(
                    new NodeKey("k" + i),
                    NodeProfile.of("de-" + i, "de.example.org").withTags(i % 2 == 0 ? Set.of("even") : Set.of()),
                    NOW);
        }

        var page = nodes.page(NodeFilter.ALL.withTag(Optional.of("even")).withText(Optional.of("DE-")), 8, 8);

        assertThat(page.total()).isEqualTo(10);
        assertThat(page.nodes()).extracting(overview -> overview.node().name()).containsExactly("de-26", "de-28");
    }

    private static Node add(String key, String name) {
        return ((Nodes.Addition.Added) nodes.add(new NodeKey(key), NodeProfile.of(name, "de1.example.org"), NOW))
                .node();
    }

    private static void state(String key, String name, String state) {
        add(key, name);
        jdbc.sql("UPDATE node SET state = ? WHERE node_key = ?")
                .params(state, key)
                .update();
    }

    private static void serving(String key, String name, String core, boolean silent) {
        state(key, name, "JOINED");
        jdbc.sql(
                        "INSERT INTO node_status (node_id, core_state, silent_since) SELECT id, ?, ? FROM node WHERE node_key = ?")
                .params(core, silent ? "2026-11-20 14:00:00" : null, key)
                .update();
    }
}
