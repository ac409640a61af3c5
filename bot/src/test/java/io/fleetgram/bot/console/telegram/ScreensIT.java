package io.fleetgram.bot.console.telegram;

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
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Golden;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What each screen shows of nothing, of one node, and of a fleet with everything that can go wrong. */
class ScreensIT {

    private static final AuditEntry.Actor SOMEONE = new AuditEntry.Actor.OperatorActor(7, 7);
    private static final long MEBIBYTE = 1L << 20;

    private static TestController empty;
    private static TestController small;
    private static TestController fleet;

    @BeforeAll
    static void start() {
        empty = TestController.startWith(ConsoleParts.class);
        small = TestController.startWith(ConsoleParts.class);
        fleet = TestController.startWith(ConsoleParts.class);
        fillSmall();
        fillFleet();
    }

    @AfterAll
    static void stop() {
        empty.close();
        small.close();
        fleet.close();
    }

    private static void fillSmall() {
        var nodes = new Nodeset(small);
        var node = nodes.online("solo", "203.0.113.7", "v2ray", "vless,vmess,trojan");
        nodes.wentOut(node, "direct", 3L << 20, 5L << 30);
        nodes.wentOut(node, "blocked", 1L << 10, 0);
        var anna = add(small, "anna");
        add(small, "boris");
        nodes.used(anna, node, 5 * MEBIBYTE, 70 * MEBIBYTE);
        var reality = inbound(small, "vless-reality");
        nodes.failed(node, "i/" + reality, "v2ray has no REALITY: run Xray on this node", true);
        nodes.failed(node, "a/" + anna + "." + reality, "v2ray has no REALITY: run Xray on this node", true);
    }

    private static void fillFleet() {
        var nodes = new Nodeset(fleet);
        var well = nodes.online("de-1", "203.0.113.7", "xray", "vless,vmess,trojan,reality,user-list,online");
        var elsewhere = nodes.online("Мадрид 2", "2001:db8::7", "v2ray", "vless,vmess,trojan");
        var broken = nodes.online("nl-1", "nl1.example.org", "xray", "vless,reality");
        var away = nodes.online("تهران", "198.51.100.3", "xray", "vless,reality");
        var failing = nodes.online("fi-1", "198.51.100.4", "xray", "vless,reality");
        nodes.pending("us-1", "us1.example.org", Optional.empty());
        for (int i = 1; i <= 5; i++) {
            nodes.online("spare-" + i, "192.0.2." + i, "xray", "vless,reality");
        }
        nodes.coreFailed(broken, "listen tcp 0.0.0.0:443: bind: address <already> in use\nmore");
        nodes.silent(away, Duration.ofMinutes(12));
        nodes.applying(elsewhere);
        nodes.certified(well);
        nodes.notice(well, Duration.ofMinutes(50), "took out 1 user that nobody wanted: <stranger>");
        for (int i = 0; i < 11; i++) {
            add(fleet, "user %02d".formatted(i));
        }
        var markup = add(fleet, "<b>Bold</b> & \"Co\"");
        var emoji = add(fleet, "🦊 fox");
        var arabic = add(fleet, "علی‌رضا");
        fleet.get(ChangeAccount.class).move(SOMEONE, emoji, Trigger.SUSPEND);
        nodes.used(arabic, well, 3 * MEBIBYTE, 900 * MEBIBYTE);
        nodes.used(arabic, away, MEBIBYTE, 40 * MEBIBYTE);
        nodes.used(arabic, elsewhere, 0, 17);
        var reality = inbound(fleet, "vless-reality");
        nodes.failed(elsewhere, "i/" + reality, "v2ray has no REALITY: run Xray on this node", true);
        nodes.failed(failing, "i/" + inbound(fleet, "vless-tcp"), "port 8388 is in use by <nginx>", false);
        nodes.failed(failing, "a/" + markup + "." + reality, "the core refused it", false);
        nodes.failed(failing, "a/" + emoji + "." + reality, "the core refused it", false);
        nodes.failed(failing, "a/gone." + reality, "the core refused it", false);
        nodes.syncFailing(new NodeKey("spare2"), 7, "no space left on <device>");
        nodes.syncFailing(new NodeKey("spare3"), 0, "no space left on <device>");
        nodes.known(well);
        nodes.inStep(new NodeKey("spare1"));
    }

    @Test
    void home() {
        Golden.check("home/empty", in(empty).show("home"));
        Golden.check("home/one-node", in(small).show("home"));
        Golden.check("home/fleet", in(fleet).show("home"));
        Golden.check("home/fleet-to-a-viewer", viewer().show("home"));
    }

    @Test
    void with_one_node_no_screen_speaks_of_nodes() {
        var chat = in(small);
        var screens = Set.of("home", "accounts", "account:" + key(small, "anna"), "settings");
        for (var address : screens) {
            var view = chat.show(address);
            assertThat(view.text().stripped()).as(address).doesNotContainIgnoringCase("node");
            assertThat(labels(view))
                    .as(address)
                    .noneMatch(label -> label.toLowerCase(java.util.Locale.ROOT).contains("node"));
        }
        for (var act : Set.of("suspend:", "rotate:", "accountdelete:")) {
            var asked = chat.ask(act + key(small, "anna")).orElseThrow();
            assertThat(asked.question().stripped()).doesNotContainIgnoringCase("node");
        }
    }

    @Test
    void every_button_leads_to_something_that_is_there() {
        var chat = in(fleet);
        // The jobs screen needs the schedule, which does not run here.
        var there = new java.util.TreeSet<>(chat.names());
        there.add("jobs");
        var account = "account:" + key(fleet, "user 01");
        for (var address :
                List.of("home", "nodes", "node:us1", "join:us1", "accounts", account, "found:e", "settings")) {
            for (var button :
                    chat.show(address).rows().stream().flatMap(List::stream).toList()) {
                assertThat(((Button.Go) button).to().name()).as(address).isIn(there);
            }
        }
    }

    @Test
    void list_of_nodes() {
        Golden.check("nodes/empty", in(empty).show("nodes"));
        Golden.check("nodes/page-1", in(fleet).show("nodes"));
        Golden.check("nodes/page-2", in(fleet).show("nodes:1"));
        Golden.check("nodes/offline", in(fleet).show("nodes:0:offline"));
        Golden.check("nodes/search", in(fleet).show("nodes:0::MADRID <x>"));
        Golden.check("nodes/search-found", in(fleet).show("nodes:0::spare"));
        Golden.check("nodes/to-a-viewer", viewer().show("nodes:1"));
    }

    @Test
    void a_page_that_is_no_more_shows_the_first() {
        assertThat(in(fleet).show("nodes:7").text())
                .isEqualTo(in(fleet).show("nodes:0").text());
        assertThat(in(fleet).show("accounts:7").text())
                .isEqualTo(in(fleet).show("accounts:0").text());
    }

    @Test
    void card_of_a_node() {
        Golden.check("node/online", in(fleet).show("node:de1"));
        Golden.check("node/core-failed", in(fleet).show("node:nl-1"));
        Golden.check("node/offline", in(fleet).show("node:تهران"));
        Golden.check("node/failed-entries", in(fleet).show("node:fi1"));
        Golden.check("node/pending", in(fleet).show("node:us1"));
        Golden.check("node/unsupported-is-quiet", in(fleet).show("node:Мадрид 2"));
        Golden.check("node/the-only-one", in(small).show("node:solo"));
        Golden.check("node/by-a-part-of-its-name", in(fleet).show("node:МАДРИД"));
        Golden.check("node/which", in(fleet).show("node"));
        Golden.check("node/gone", in(fleet).show("node:nowhere"));
        Golden.check("node/to-a-viewer", viewer().show("node:de1"));
    }

    @Test
    void how_a_node_stands_with_its_state() {
        Golden.check("nodesync/in-step", sync("spare-1"));
        Golden.check("nodesync/behind", sync("de-1"));
        Golden.check("nodesync/partly-and-behind", sync("fi-1"));
        Golden.check("nodesync/failing", sync("spare-2"));
        Golden.check("nodesync/failed-before", sync("spare-3"));
        Golden.check("nodesync/silent", sync("تهران"));
        Golden.check("nodesync/pending", sync("us-1"));
        Golden.check("nodesync/gone", in(fleet).show("nodesync:nowhere"));
    }

    /** The hashes of what is wanted hold keys that are made anew at each start. */
    private static View sync(String name) {
        var node = fleet.get(Nodes.class).findByName(name).orElseThrow();
        var view = in(fleet).show("nodesync:" + node.key());
        var text = view.text().markup().replaceAll("<code>(?!0011)[0-9a-f]{32}</code>", "<code>(some hash)</code>");
        return new View(new Html(text), view.rows(), view.picture());
    }

    @Test
    void joining() {
        Golden.check("join/pending", in(fleet).show("join:us1"));
        Golden.check("join/joined", in(fleet).show("join:de1"));
        Golden.check("join/gone", in(fleet).show("join:nowhere"));
    }

    @Test
    void list_of_accounts() {
        Golden.check("accounts/empty", in(empty).show("accounts"));
        Golden.check("accounts/page-1", in(fleet).show("accounts"));
        Golden.check("accounts/page-2", in(fleet).show("accounts:1"));
        Golden.check("accounts/suspended", in(fleet).show("accounts:0:suspended"));
        Golden.check("accounts/search", in(fleet).show("accounts:0::USER 1"));
        Golden.check("accounts/search-nothing", in(fleet).show("accounts:0:active:<nobody>"));
    }

    @Test
    void card_of_an_account() {
        Golden.check("account/markup", card("<b>Bold</b> & \"Co\""));
        Golden.check("account/suspended", card("🦊 fox"));
        Golden.check("account/right-to-left", card("علی‌رضا"));
        Golden.check("account/with-one-node", in(small).show("account:anna"));
        Golden.check("account/by-a-part-of-its-name", in(fleet).show("account:FOX"));
        Golden.check("account/which", in(fleet).show("account"));
        Golden.check("account/gone", in(fleet).show("account:nobody"));
        Golden.check("account/to-a-viewer", viewer().show("account:user 01"));
    }

    @Test
    void search() {
        Golden.check("found/both", in(fleet).show("found:e"));
        Golden.check("found/nothing", in(fleet).show("found:<zzz>"));
        Golden.check(
                "found/without-the-right-to-accounts",
                chat(Set.of(Capability.VIEW_FLEET)).show("found:e"));
    }

    @Test
    void questions_of_dialogs() {
        var chat = in(fleet);
        for (var name : List.of("nodeadd", "accountadd")) {
            var dialog = chat.dialog(name);
            var request = chat.request(Address.of(name));
            var printed = new StringBuilder(dialog.title(request.texts()));
            for (var step : dialog.steps()) {
                printed.append("\n\n").append(step.label(request.texts())).append(": ");
                printed.append(step.question(request, Map.of()));
                step.choices(request, Map.of())
                        .forEach(choice ->
                                printed.append("\n[").append(choice.label()).append("]"));
            }
            Golden.check("dialog/" + name, View.of(new Html(printed.toString())));
        }
    }

    @Test
    void settings() {
        Golden.check("settings/owner", in(fleet).show("settings"));
        Golden.check("settings/viewer", viewer().show("settings"));
    }

    @Test
    void questions_before_acts() {
        Golden.check(
                "ask/suspend", in(fleet).ask("suspend:" + key(fleet, "user 01")).orElseThrow());
        Golden.check(
                "ask/rotate",
                in(fleet).ask("rotate:" + key(fleet, "<b>Bold</b> & \"Co\"")).orElseThrow());
        Golden.check(
                "ask/delete-account",
                in(fleet).ask("accountdelete:" + key(fleet, "🦊 fox")).orElseThrow());
        Golden.check(
                "ask/delete-account-with-one-node",
                in(small).ask("accountdelete:" + key(small, "anna")).orElseThrow());
        Golden.check("ask/delete-node", in(fleet).ask("nodedelete:de1").orElseThrow());
        Golden.check("ask/delete-pending-node", in(fleet).ask("nodedelete:us1").orElseThrow());
        assertThat(in(small).ask("nodedelete:solo")).isEmpty();
        assertThat(in(fleet).ask("resume:" + key(fleet, "🦊 fox"))).isEmpty();
        assertThat(in(fleet).ask("suspend:" + key(fleet, "🦊 fox"))).isEmpty();
    }

    private static View card(String name) {
        return in(fleet).show("account:" + key(fleet, name));
    }

    private static List<String> labels(View view) {
        return view.rows().stream().flatMap(List::stream).map(Button::label).toList();
    }

    private static Chatting in(TestController controller) {
        return new Chatting(controller);
    }

    private static Chatting viewer() {
        return chat(Set.of(Capability.VIEW_FLEET, Capability.VIEW_ACCOUNTS));
    }

    private static Chatting chat(Set<Capability> capabilities) {
        return new Chatting(fleet, capabilities);
    }

    private static AccountKey add(TestController controller, String name) {
        var outcome = controller.get(AddAccount.class).add(SOMEONE, new AccountName(name));
        return ((AddAccount.Outcome.Added) outcome).key();
    }

    private static AccountKey key(TestController controller, String name) {
        return controller.get(Accounts.class).named(name).orElseThrow().key();
    }

    private static String inbound(TestController controller, String tag) {
        return controller.get(Inbounds.class).all().stream()
                .filter(inbound -> inbound.tag().equals(tag))
                .findFirst()
                .orElseThrow()
                .key()
                .text();
    }
}
