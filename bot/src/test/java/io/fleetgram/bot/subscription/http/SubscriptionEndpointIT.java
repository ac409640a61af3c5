package io.fleetgram.bot.subscription.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.subscription.ParsedLink;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A proxy client's request over HTTP, answered from a real database. */
class SubscriptionEndpointIT {

    private static final AuditEntry.Actor SOMEONE = new AuditEntry.Actor.SystemActor("test");
    private static final String XRAY = "vless,vmess,trojan,reality,user-list,online";
    private static final String V2RAY = "vless,vmess,trojan";

    private static TestController controller;
    private static HttpClient client;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        controller = TestController.start(
                TestMariaDb.freshDatabase(),
                Map.of("server.port", "0", "fleetgram.subscription.title", "Łódź VPN"),
                ConsoleParts.class,
                WebParts.class);
        client = HttpClient.newHttpClient();
        database = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        client.close();
        controller.close();
    }

    @AfterEach
    void empty() {
        for (var table : List.of(
                "account_usage",
                "account_inbound",
                "account",
                "node_failed_entry",
                "node_notice",
                "node_status",
                "node_tag",
                "node")) {
            database.sql("DELETE FROM " + table).update();
        }
        database.sql("UPDATE inbound SET enabled = TRUE").update();
    }

    @Test
    void links_come_in_base64_one_a_line_in_the_order_of_the_fleet() throws Exception {
        joined("nl-1", "2001:db8::7", XRAY);
        joined("de-1", "de1.example.org", XRAY);
        var anna = add("anna");
        var response = get("/sub/" + token(anna));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(links(response))
                .extracting(ParsedLink::remark)
                .containsExactly(
                        "de-1 · vless-reality", "de-1 · vless-tcp", "nl-1 · vless-reality", "nl-1 · vless-tcp");
        assertThat(links(response)).extracting(ParsedLink::host).contains("de1.example.org", "[2001:db8::7]");
        var uuid =
                controller.get(Accounts.class).credentials(anna).orElseThrow().uuid();
        assertThat(links(response)).allSatisfy(link -> assertThat(link.user()).isEqualTo(uuid.toString()));
    }

    @Test
    void the_same_links_come_plain_when_asked_for() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        var path = "/sub/" + token(add("anna"));
        assertThat(get(path + "?format=plain").body()).isEqualTo(decoded(get(path)));
        assertThat(get(path + "?format=base64").body()).isEqualTo(get(path).body());
        assertThat(get(path + "?format=clay").statusCode()).isEqualTo(400);
    }

    @Test
    void headers_tell_usage_title_and_interval_and_keep_the_answer_out_of_caches() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        var anna = add("anna");
        database.sql("INSERT INTO account_usage (account_id, total_uplink, total_downlink)"
                        + " SELECT id, 1000, 5000000000 FROM account WHERE account_key = ?")
                .param(anna.text())
                .update();
        var headers = get("/sub/" + token(anna)).headers();
        assertThat(headers.firstValue("subscription-userinfo"))
                .contains("upload=1000; download=5000000000; total=0; expire=0");
        assertThat(headers.firstValue("profile-update-interval")).contains("12");
        assertThat(headers.firstValue("profile-title"))
                .contains("base64:" + Base64.getEncoder().encodeToString("Łódź VPN".getBytes(StandardCharsets.UTF_8)));
        assertThat(headers.firstValue("content-disposition"))
                .contains("attachment; filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20VPN");
        assertThat(headers.firstValue("cache-control")).contains("no-store");
        assertThat(headers.firstValue("content-type").orElseThrow()).startsWith("text/plain;charset=UTF-8");
        assertThat(headers.firstValue("set-cookie")).isEmpty();
    }

    @Test
    void head_answers_as_get_does_without_a_body() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        var path = "/sub/" + token(add("anna"));
        var response = send(HttpRequest.newBuilder(uri(path)).HEAD());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("subscription-userinfo"))
                .isEqualTo(get(path).headers().firstValue("subscription-userinfo"));
    }

    @Test
    void only_joined_nodes_are_listed() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        var drained = joined("nl-1", "nl1.example.org", XRAY);
        controller.get(Nodes.class).add(new NodeKey("us1"), NodeProfile.of("us-1", "us1.example.org"), Instant.EPOCH);
        database.sql("UPDATE node SET state = 'DRAINING' WHERE node_key = ?")
                .param(drained.text())
                .update();
        assertThat(links(get("/sub/" + token(add("anna")))))
                .extracting(ParsedLink::host)
                .containsOnly("de1.example.org");
    }

    @Test
    void what_a_core_cannot_run_or_failed_to_bring_up_is_left_out_on_its_node_alone() throws Exception {
        joined("a-v2ray", "a.example.org", V2RAY);
        var failing = joined("b-xray", "b.example.org", XRAY);
        var failingForAnna = joined("c-xray", "c.example.org", XRAY);
        var anna = add("anna");
        var boris = add("boris");
        fail(failing, "i/" + inbound("vless-tcp"));
        fail(failingForAnna, "a/" + anna + "." + inbound("vless-reality"));
        assertThat(links(get("/sub/" + token(anna))))
                .extracting(ParsedLink::remark)
                .containsExactly("a-v2ray · vless-tcp", "b-xray · vless-reality", "c-xray · vless-tcp");
        assertThat(links(get("/sub/" + token(boris))))
                .extracting(ParsedLink::remark)
                .containsExactly(
                        "a-v2ray · vless-tcp",
                        "b-xray · vless-reality",
                        "c-xray · vless-reality",
                        "c-xray · vless-tcp");
    }

    @Test
    void a_core_that_says_nothing_of_itself_for_a_moment_loses_no_place() throws Exception {
        joined("de-1", "de1.example.org", "");
        assertThat(links(get("/sub/" + token(add("anna"))))).hasSize(2);
    }

    @Test
    void a_disabled_inbound_is_not_listed() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        database.sql("UPDATE inbound SET enabled = FALSE WHERE tag = 'vless-tcp'")
                .update();
        assertThat(links(get("/sub/" + token(add("anna")))))
                .extracting(ParsedLink::remark)
                .containsExactly("de-1 · vless-reality");
    }

    @Test
    void a_suspended_account_gets_one_entry_that_says_why() throws Exception {
        joined("de-1", "de1.example.org", XRAY);
        var anna = add("anna");
        controller.get(ChangeAccount.class).move(SOMEONE, anna, Trigger.SUSPEND);
        var response = get("/sub/" + token(anna));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(links(response)).singleElement().satisfies(link -> {
            assertThat(link.remark()).startsWith("Suspended");
            assertThat(link.host()).isEqualTo("127.0.0.1");
        });
    }

    @Test
    void without_a_node_one_entry_says_so() throws Exception {
        assertThat(links(get("/sub/" + token(add("anna")))))
                .singleElement()
                .satisfies(link -> assertThat(link.remark()).startsWith("No server yet"));
    }

    @Test
    void unknown_rotated_and_deleted_get_the_same_404() throws Exception {
        var rotated = add("anna");
        var deleted = add("boris");
        var paths = List.of("/sub/unknown", "/sub/" + token(rotated), "/sub/" + token(deleted));
        controller.get(ChangeAccount.class).rotate(SOMEONE, rotated);
        controller.get(ChangeAccount.class).move(SOMEONE, deleted, Trigger.DELETE);
        var unknown = get("/sub/" + "a".repeat(32));
        for (var path : paths) {
            var response = get(path);
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).isEqualTo(unknown.body());
            assertThat(response.headers().map().keySet())
                    .isEqualTo(unknown.headers().map().keySet());
        }
        assertThat(get("/sub/" + token(rotated)).statusCode()).isEqualTo(200);
    }

    private static NodeKey joined(String name, String address, String capabilities) {
        var key = new NodeKey(name.replace("-", ""));
        controller.get(Nodes.class).add(key, NodeProfile.of(name, address), Instant.EPOCH);
        database.sql("UPDATE node SET state = 'JOINED' WHERE node_key = ?")
                .param(key.text())
                .update();
        database.sql("INSERT INTO node_status (node_id, core_capabilities) SELECT id, ? FROM node WHERE node_key = ?")
                .param(capabilities)
                .param(key.text())
                .update();
        return key;
    }

    private static void fail(NodeKey node, String entryKey) {
        database.sql("INSERT INTO node_failed_entry (node_id, entry_key, reason, since)"
                        + " SELECT id, ?, 'refused', NOW(3) FROM node WHERE node_key = ?")
                .param(entryKey)
                .param(node.text())
                .update();
    }

    private static String inbound(String tag) {
        return controller.get(Inbounds.class).all().stream()
                .filter(inbound -> inbound.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .key()
                .text();
    }

    private static AccountKey add(String name) {
        var outcome = controller.get(AddAccount.class).add(SOMEONE, new AccountName(name));
        return ((AddAccount.Outcome.Added) outcome).key();
    }

    private static String token(AccountKey key) {
        return controller.get(Accounts.class).token(key).orElseThrow().text();
    }

    private static List<ParsedLink> links(HttpResponse<String> response) {
        return decoded(response).lines().map(ParsedLink::of).toList();
    }

    private static String decoded(HttpResponse<String> response) {
        return new String(Base64.getDecoder().decode(response.body()), StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + controller.port() + path);
    }
}
