package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.agent.core.UserChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CoreConvergerTest {

    private static final ConvergeTimes TIMES =
            new ConvergeTimes(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofMinutes(10));

    private final FakeMachine machine = new FakeMachine();
    private final Map<String, Inbound> inbounds = new TreeMap<>();
    private final Map<String, Map<String, Credential>> accounts = new HashMap<>();
    private boolean coreStopped;
    private CoreConverger converger = newAgent();

    @Test
    void the_first_start_has_every_user_in_its_configuration_and_sends_nothing() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        var converged = converged();
        assertThat(converged.restarted()).isTrue();
        assertThat(converged.unchanged()).isEqualTo(1);
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
        assertThat(machine.sent).isEmpty();
        assertThat(machine.writtenSoon).isEmpty();
    }

    @Test
    void accounts_come_and_go_without_a_restart() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        give("bert.k1", 2);
        take("anna.k1");
        var converged = converged();
        assertThat(converged.added()).isEqualTo(1);
        assertThat(converged.removed()).isEqualTo(1);
        assertThat(converged.restarted()).isFalse();
        assertThat(machine.restarts).isEmpty();
        assertThat(users("in")).isEqualTo(Map.of("bert.k1", vless(2)));
        assertThat(usersOf(machine.writtenSoon.getLast())).containsOnlyKeys("bert.k1");
    }

    @Test
    void another_credential_is_a_removal_and_an_addition_that_counts_as_added() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        give("anna.k1", 2);
        var converged = converged();
        assertThat(converged.added()).isEqualTo(1);
        assertThat(converged.removed()).isZero();
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(2)));
    }

    @Test
    void nothing_is_touched_when_nothing_differs() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.pass(Duration.ofMinutes(5));
        assertThat(converged().unchanged()).isEqualTo(1);
        assertThat(machine.sent).isEmpty();
        assertThat(machine.writtenSoon).isEmpty();
        assertThat(machine.restarts).isEmpty();
    }

    @Test
    void what_somebody_else_changed_is_seen_when_read_back_and_put_right() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        users("in").put("stranger", vless(7));
        users("in").remove("anna.k1");
        assertThat(converged().drift()).isZero();
        machine.pass(Duration.ofSeconds(30));
        var converged = converged();
        assertThat(converged.drift()).isEqualTo(2);
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
    }

    @Test
    void an_inbound_that_somebody_removed_comes_back_with_a_restart() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.users.remove("in");
        machine.pass(Duration.ofSeconds(30));
        assertThat(converged().restarted()).isTrue();
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
    }

    @Test
    void a_user_that_the_core_refuses_fails_alone_and_is_tried_again_after_its_pause() {
        offer("k1", "in", 443);
        converged();
        machine.refusedUsers.put("bad.k1", "no");
        give("bad.k1", 1);
        give("anna.k1", 2);
        assertThat(converged().failedEntries())
                .containsExactly(new FailedEntry("a/bad.k1", "the core refuses it: no", false));
        assertThat(users("in")).containsOnlyKeys("anna.k1");
        assertThat(usersOf(machine.writtenSoon.getLast())).containsOnlyKeys("anna.k1");

        int tries = machine.sent.size();
        machine.pass(Duration.ofSeconds(9));
        converged();
        assertThat(machine.sent).hasSize(tries);

        machine.refusedUsers.clear();
        machine.pass(Duration.ofSeconds(1));
        var converged = converged();
        assertThat(converged.failedEntries()).isEmpty();
        assertThat(converged.added()).isEqualTo(1);
        assertThat(users("in")).containsOnlyKeys("anna.k1", "bad.k1");
    }

    @Test
    void whoever_was_under_way_when_the_core_died_is_kept_out_and_tried_again_alone() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.deadly.add("poison.k1");
        give("poison.k1", 2);
        give("bert.k1", 3);
        assertThat(converge()).isInstanceOf(Convergence.Waiting.class);

        machine.comeBack();
        var converged = converged();
        assertThat(users("in")).containsOnlyKeys("anna.k1");
        assertThat(converged.failedEntries())
                .extracting(FailedEntry::key)
                .containsExactlyInAnyOrder("a/poison.k1", "a/bert.k1");

        for (int tries = 0; tries < 4; tries++) {
            machine.pass(Duration.ofSeconds(10));
            converge();
            if (machine.running.isEmpty()) {
                machine.comeBack();
            }
        }
        var last = converged();
        assertThat(users("in")).containsOnlyKeys("anna.k1", "bert.k1");
        assertThat(last.failedEntries()).extracting(FailedEntry::key).containsExactly("a/poison.k1");
        var poisonous = machine.sent.stream()
                .filter(changes -> changes.contains(add("poison.k1", 2)))
                .toList();
        assertThat(poisonous.getFirst()).hasSize(2);
        assertThat(poisonous.subList(1, poisonous.size()))
                .isNotEmpty()
                .allSatisfy(changes -> assertThat(changes).containsExactly(add("poison.k1", 2)));
    }

    @Test
    void a_core_that_was_only_slow_blames_nobody() {
        offer("k1", "in", 443);
        converged();
        machine.silentAbout = email -> true;
        give("anna.k1", 1);
        assertThat(converge()).isInstanceOf(Convergence.Waiting.class);
        machine.silentAbout = email -> false;
        var converged = converged();
        assertThat(converged.failedEntries()).isEmpty();
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
    }

    @Test
    void a_changed_inbound_means_one_restart_with_all_users_in_the_configuration() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        offer("k1", "in", 444);
        offer("k2", "other", 445);
        var converged = converged();
        assertThat(converged.restarted()).isTrue();
        assertThat(machine.restarts).containsExactly("inbound in has changed, inbound other is new");
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
        converged();
        assertThat(machine.restarts).hasSize(1);
    }

    @Test
    void an_inbound_that_the_core_refuses_fails_alone_and_restarts_nothing() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.refusedTags.add("bad");
        offer("k2", "bad", 445);
        give("bert.k1", 2);
        var converged = converged();
        assertThat(machine.restarts).isEmpty();
        assertThat(converged.added()).isEqualTo(1);
        assertThat(converged.failedEntries())
                .containsExactly(new FailedEntry("i/k2", "the core's test refuses it: bad", false));

        machine.refusedTags.clear();
        machine.pass(Duration.ofSeconds(10));
        assertThat(converged().failedEntries()).isEmpty();
        assertThat(machine.restarts).containsExactly("inbound bad is new");
    }

    @Test
    void users_of_an_inbound_that_runs_in_an_older_form_are_not_sent_in_the_newer() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.refusedTags.add("in");
        inbounds.put("k1", new Inbound("k1", "in", "", 443, Protocol.VMESS, new Security.None(), "", false));
        give("bert.k1", 2);
        take("anna.k1");
        var converged = converged();
        assertThat(converged.removed()).isEqualTo(1);
        assertThat(machine.sent).containsExactly(List.of(new UserChange.Remove("in", "anna.k1")));
    }

    @Test
    void a_core_that_cannot_start_is_told_and_its_inbounds_are_not_changed_for_it() {
        offer("k1", "in", 443);
        machine.startFails = "exit 255";
        assertThat(converge()).isEqualTo(new Convergence.Failed("the core does not start: exit 255"));
        assertThat(converge())
                .isEqualTo(new Convergence.Failed("the core is down and is started again by itself: exit 255"));
    }

    @Test
    void an_inbound_that_keeps_the_core_from_starting_is_left_out_and_the_others_are_served_again() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        machine.tagsThatStopStarts.put("bad", "exit 255");
        offer("k2", "bad", 445);
        var converged = converged();
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
        assertThat(converged.failedEntries())
                .containsExactly(new FailedEntry("i/k2", "the core does not start with it: exit 255", false));
        machine.pass(Duration.ofMinutes(9));
        converged();
        assertThat(machine.restarts)
                .as("another try would cost every user a connection")
                .hasSize(1);
    }

    @Test
    void at_the_first_start_the_inbound_is_left_out_whose_port_the_core_names() {
        machine.tagsThatStopStarts.put("bad", "failed to listen TCP on 445 > bind: permission denied");
        offer("k1", "in", 443);
        offer("k2", "bad", 445);
        offer("k3", "other", 4450);
        assertThat(converged().failedEntries()).extracting(FailedEntry::key).containsExactly("i/k2");
        assertThat(machine.users).containsOnlyKeys("in", "other");
    }

    @Test
    void no_inbound_is_blamed_for_a_core_that_starts_with_none() {
        offer("k1", "in", 443);
        converged();
        machine.startFails = "no such file";
        offer("k2", "new", 445);
        assertThat(converge()).isInstanceOf(Convergence.Failed.class);
        machine.startFails = "";
        assertThat(converged().failedEntries()).isEmpty();
        assertThat(machine.users).containsOnlyKeys("in", "new");
    }

    @Test
    void no_inbound_is_blamed_for_a_test_that_cannot_be_run() {
        offer("k1", "in", 443);
        converged();
        machine.testIsMissing = true;
        offer("k2", "new", 445);
        give("anna.k1", 1);
        assertThat(converged().added()).isEqualTo(1);
        assertThat(machine.restarts).isEmpty();
        machine.testIsMissing = false;
        assertThat(converged().failedEntries()).isEmpty();
        assertThat(machine.users).containsOnlyKeys("in", "new");
    }

    @Test
    void a_core_that_died_is_waited_for_and_comes_back_with_what_changed_meanwhile() {
        offer("k1", "in", 443);
        converged();
        machine.die("killed");
        give("anna.k1", 1);
        assertThat(converge()).isInstanceOf(Convergence.Waiting.class);
        machine.comeBack();
        assertThat(users("in")).containsOnlyKeys("anna.k1");
        assertThat(converged().unchanged()).isEqualTo(1);
    }

    @Test
    void the_operator_stops_the_core_and_starts_it_again() {
        offer("k1", "in", 443);
        converged();
        coreStopped = true;
        converged();
        assertThat(machine.running).isEmpty();
        coreStopped = false;
        assertThat(converged().restarted()).isTrue();
    }

    @Test
    void the_next_agent_finds_the_users_of_a_core_that_cannot_list_them() {
        machine.lists = false;
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        give("bert.k1", 2);
        converged();
        int before = machine.sent.size();

        machine.leaveToNextAgent();
        converger = newAgent();
        assertThat(converged().unchanged()).isEqualTo(2);
        assertThat(machine.sent).hasSize(before);
        assertThat(machine.writtenSoon).hasSize(1);
    }

    @Test
    void what_was_under_way_when_the_agent_died_is_removed_and_added_on_a_core_that_cannot_list_users() {
        machine.lists = false;
        offer("k1", "in", 443);
        converged();
        machine.silentAbout = email -> true;
        give("anna.k1", 1);
        give("bert.k1", 2);
        converge();
        machine.silentAbout = email -> false;
        users("in").put("anna.k1", vless(1));

        machine.leaveToNextAgent();
        converger = newAgent();
        take("bert.k1");
        users("in").put("bert.k1", vless(2));
        converged();
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1)));
    }

    @Test
    void an_account_that_fits_no_inbound_is_told_and_holds_up_nothing() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        accountsOf("k1").put("word.k1", new Credential.Password("secret"));
        accounts.put("k9", new HashMap<>(Map.of("lost.k9", id(3))));
        assertThat(converged().failedEntries())
                .containsExactlyInAnyOrder(
                        new FailedEntry("a/word.k1", "VLESS users have a UUID, and this one has a password", false),
                        new FailedEntry("a/lost.k9", "its inbound k9 is not part of this node's state", false));
        assertThat(users("in")).containsOnlyKeys("anna.k1");
    }

    private CoreConverger newAgent() {
        return new CoreConverger(machine.machine(), entries -> desired(), TIMES);
    }

    private Desired desired() {
        var copies = new HashMap<String, Map<String, Credential>>();
        accounts.forEach((inbound, users) -> copies.put(inbound, new HashMap<>(users)));
        var sorted = new ArrayList<>(inbounds.values());
        sorted.sort(Comparator.comparing(Inbound::key));
        return new Desired(sorted, copies, coreStopped, List.of());
    }

    private Convergence converge() {
        return converger.converge(List.of());
    }

    private Convergence.Converged converged() {
        var convergence = converge();
        assertThat(convergence).isInstanceOf(Convergence.Converged.class);
        return (Convergence.Converged) convergence;
    }

    private void offer(String key, String tag, int port) {
        inbounds.put(key, new Inbound(key, tag, "", port, Protocol.VLESS, new Security.None(), "", false));
    }

    private void give(String email, int number) {
        accountsOf(email.substring(email.indexOf('.') + 1)).put(email, id(number));
    }

    private Map<String, Credential> accountsOf(String inbound) {
        return accounts.computeIfAbsent(inbound, key -> new HashMap<>());
    }

    private void take(String email) {
        accountsOf(email.substring(email.indexOf('.') + 1)).remove(email);
    }

    private Map<String, Account> users(String tag) {
        return machine.users.getOrDefault(tag, Map.of());
    }

    private static Map<String, Account> usersOf(Configuration configuration) {
        return configuration.inbounds().get(0).users();
    }

    private static UserChange add(String email, int number) {
        return new UserChange.Add("in", email, vless(number));
    }

    private static Credential id(int number) {
        return new Credential.Id(new UUID(0, number));
    }

    private static Account vless(int number) {
        return new Account.Vless(new UUID(0, number), "");
    }
}
