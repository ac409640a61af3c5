package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.agent.core.UserChange;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inbounds, and the core itself. */
class CoreConvergerInboundsTest extends ConvergerScenario {

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
}
