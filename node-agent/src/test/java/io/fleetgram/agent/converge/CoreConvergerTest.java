package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Users of the core. */
class CoreConvergerTest extends ConvergerScenario {

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
    void drift_is_found_in_time_also_while_accounts_come_and_go_all_the_time() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        users("in").remove("anna.k1");
        int found = 0;
        for (int i = 0; i < 6; i++) {
            machine.pass(Duration.ofSeconds(5));
            give("u" + i + ".k1", 10 + i);
            found += converged().drift();
        }
        assertThat(found).isEqualTo(1);
        assertThat(users("in")).containsKey("anna.k1").hasSize(7);
    }

    @Test
    void whoever_is_missing_on_a_core_that_cannot_list_its_users_is_put_back_and_told() {
        machine.lists = false;
        offer("k1", "in", 443);
        give("anna.k1", 1);
        give("bert.k1", 2);
        converged();
        users("in").remove("anna.k1");
        machine.pass(Duration.ofSeconds(29));
        assertThat(converged().drift()).isZero();
        machine.pass(Duration.ofSeconds(1));
        var converged = converged();
        assertThat(converged.drift()).isEqualTo(1);
        assertThat(converged.added()).isEqualTo(1);
        assertThat(users("in")).isEqualTo(Map.of("anna.k1", vless(1), "bert.k1", vless(2)));
        machine.pass(Duration.ofSeconds(30));
        assertThat(converged().drift()).isZero();
    }

    @Test
    void when_nobody_knows_what_is_desired_the_core_keeps_what_it_has() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
        int sent = machine.sent.size();
        assertThat(converger.keepAsItIs("the state is damaged")).isInstanceOf(Convergence.Waiting.class);
        machine.die("killed");
        converger.keepAsItIs("the state is damaged");
        assertThat(users("in")).containsOnlyKeys("anna.k1");
        assertThat(machine.sent).hasSize(sent);
        machine.keptStopped = Optional.of("Olga stopped it");
        converger.keepAsItIs("the state is damaged");
        assertThat(machine.running).isEmpty();
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
}
