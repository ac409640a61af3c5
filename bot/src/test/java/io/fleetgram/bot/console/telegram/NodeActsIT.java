package io.fleetgram.bot.console.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.AuditRow;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeRemoved;
import io.fleetgram.bot.fleet.NodeState;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What taps and answers do to nodes, from the act down to the database. */
class NodeActsIT {

    private static TestController controller;
    private static Chatting chat;
    private static JdbcClient database;
    private static Nodes nodes;
    private static Accounts accounts;

    /** Remembers which nodes were said to be removed. */
    @Component
    static class Removals {
        private final List<NodeRemoved> heard = new ArrayList<>();

        @EventListener
        void on(NodeRemoved removed) {
            heard.add(removed);
        }
    }

    @BeforeAll
    static void start() {
        controller = TestController.startWith(ConsoleParts.class, Removals.class);
        chat = new Chatting(controller);
        database = controller.get(JdbcClient.class);
        nodes = controller.get(Nodes.class);
        accounts = controller.get(Accounts.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @AfterEach
    void empty() {
        for (var table : List.of(
                "account_inbound",
                "account",
                "join_token",
                "node_certificate",
                "node_failed_entry",
                "node_notice",
                "node_status",
                "node_tag",
                "node")) {
            database.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    void a_node_is_added_by_answers_and_its_join_command_fits_a_copy_button() {
        var reply = (Reply.Secret) chat.answer("nodeadd", "de-1", "203.0.113.7", "Frankfurt", "200", "100");
        var node = node("de-1");
        assertThat(node.state()).isEqualTo(NodeState.PENDING);
        assertThat(node.profile().region()).contains("Frankfurt");
        assertThat(node.profile().weight()).isEqualTo(200);
        assertThat(node.profile().capacity()).hasValue(100);
        assertThat(reply.then()).isEqualTo(Address.of("join", node.key()));
        var copied = (Button.Copy) reply.view().rows().getFirst().getFirst();
        assertThat(copied.text()).hasSizeBetween(1, 256).contains("enroll", "--token", "--ca-fingerprint");
        assertThat(reply.view().text().stripped()).contains(copied.text()).contains("until 15:18:22");
        assertThat(lastChange()).containsExactly("RESYNC_NODE");
        assertThat(AuditRow.last(database).action()).isEqualTo("node.create");
        assertThat(AuditRow.all(database).toString()).doesNotContain(token(copied.text()));
    }

    @Test
    void region_weight_and_capacity_may_be_left_at_their_defaults() {
        chat.answer("nodeadd", "de-1", "de1.example.org", "–", "100", "–");
        var profile = node("de-1").profile();
        assertThat(profile.region()).isEmpty();
        assertThat(profile.weight()).isEqualTo(100);
        assertThat(profile.capacity()).isEmpty();
    }

    @Test
    void wrong_answers_are_refused_with_what_would_be_right() {
        chat.answer("nodeadd", "de-1", "203.0.113.7", "–", "100", "–");
        assertThat(refusal("name", "de-1")).contains("Another node is called <code>de-1</code>");
        assertThat(refusal("name", "<b>")).contains("begins with a letter or digit");
        assertThat(refusal("address", "203.0.113.7:443")).contains("without port");
        assertThat(refusal("address", "not an address")).contains("IPv4 or IPv6");
        assertThat(refusal("weight", "1.5")).contains("1 to 1000");
        assertThat(refusal("weight", "0")).contains("1 to 1000");
        assertThat(refusal("capacity", "lots")).contains("1000000");
        assertThat(refusal("region", "x".repeat(65))).contains("64 characters");
    }

    @Test
    void a_domain_in_any_script_becomes_punycode() {
        assertThat(chat.check("nodeadd", "address", "münchen.example.org"))
                .isEqualTo(new Dialog.Answer.Accepted("xn--mnchen-3ya.example.org"));
    }

    @Test
    void a_second_node_of_the_same_name_is_refused_at_the_end_too() {
        var late = chat.dialog("nodeadd");
        chat.answer("nodeadd", "de-1", "203.0.113.7", "–", "100", "–");
        var answers = Map.of("name", "de-1", "address", "203.0.113.8");
        assertThat(late.finish(chat.request(Address.of("nodeadd")), answers)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_further_join_command_has_another_token() {
        var first = (Reply.Secret) chat.answer("nodeadd", "de-1", "203.0.113.7", "–", "100", "–");
        var second = (Reply.Secret) chat.agree("newjoin:" + node("de-1").key());
        assertThat(second.view().text()).isNotEqualTo(first.view().text());
        assertThat(AuditRow.last(database).action()).isEqualTo("node.join-command");
        assertThat(chat.agree("newjoin:nowhere")).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void a_node_is_deleted_with_its_certificates_and_gives_its_name_free() {
        var set = new Nodeset(controller);
        var key = set.online("de-1", "203.0.113.7", "xray", "vless");
        set.online("nl-1", "203.0.113.8", "xray", "vless");
        set.certified(key);
        addAccount("anna");

        assertThat(chat.ask("nodedelete:" + key)).isPresent();
        assertThat(chat.agree("nodedelete:" + key)).isInstanceOf(Reply.ShowWith.class);

        assertThat(nodes.find(key)).isEmpty();
        assertThat(lastChange()).containsExactly("NODE_REMOVED", "CERTIFICATE");
        assertThat(database.sql("SELECT COUNT(*) FROM node_certificate WHERE revoked_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(AuditRow.last(database).action()).isEqualTo("node.delete");
        assertThat(controller.get(Removals.class).heard).contains(new NodeRemoved(key, "de-1"));
        assertThat(controller.get(ConsoleParts.RedrawnScreens.class).addresses())
                .contains(Address.of("node", key), Address.of("join", key), Address.of("nodes"), Address.HOME);
        assertThat(chat.answer("nodeadd", "de-1", "203.0.113.9", "–", "100", "–"))
                .isInstanceOf(Reply.Secret.class);
    }

    @Test
    void the_only_place_of_accounts_is_not_deleted() {
        var set = new Nodeset(controller);
        var only = set.online("de-1", "203.0.113.7", "xray", "vless");
        set.pending("us-1", "203.0.113.8", Optional.empty());
        addAccount("anna");
        addAccount("boris");
        long version = controller.get(DesiredState.class).currentVersion();

        assertThat(chat.ask("nodedelete:" + only)).isEmpty();
        assertThat(chat.agree("nodedelete:" + only))
                .isEqualTo(new Reply.Refused(
                        "de-1 is the only place of 2 accounts. Add another node first, or delete the accounts.",
                        Address.of("node", only)));

        assertThat(nodes.find(only)).isPresent();
        assertThat(controller.get(DesiredState.class).currentVersion()).isEqualTo(version);
        assertThat(chat.agree("nodedelete:us1")).isInstanceOf(Reply.ShowWith.class);
    }

    @Test
    void without_accounts_the_last_node_may_go() {
        var only = new Nodeset(controller).online("de-1", "203.0.113.7", "xray", "vless");
        assertThat(chat.agree("nodedelete:" + only)).isInstanceOf(Reply.ShowWith.class);
        assertThat(chat.agree("nodedelete:" + only)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void without_an_address_for_agents_no_node_is_added_and_the_setting_is_named() {
        try (var bare = TestController.start(
                TestMariaDb.freshDatabase(), Map.of("fleetgram.agents.public-endpoints", ""), ConsoleParts.class)) {
            var reply = (Reply.Refused) new Chatting(bare).answer("nodeadd", "de-1", "203.0.113.7", "–", "100", "–");
            assertThat(reply.why()).contains("fleetgram.agents.public-endpoints");
            assertThat(bare.get(Nodes.class).findByName("de-1")).isEmpty();
        }
    }

    private static void addAccount(String name) {
        chat.answer("accountadd", name);
    }

    private static Node node(String name) {
        return nodes.findByName(name).orElseThrow();
    }

    private static String refusal(String step, String input) {
        return ((Dialog.Answer.Refused) chat.check("nodeadd", step, input))
                .why()
                .markup();
    }

    private static String token(String command) {
        return command.replaceAll(".*--token (\\S+).*", "$1");
    }

    private static List<String> lastChange() {
        return database.sql("SELECT kind FROM change_log WHERE version = (SELECT MAX(version) FROM change_log)"
                        + " ORDER BY ordinal")
                .query((row, number) -> row.getString("kind"))
                .list();
    }
}
