package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResyncTest extends ConvergerScenario {

    @BeforeEach
    void run() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        give("bert.k1", 2);
        converged();
    }

    private Convergence resync() {
        return converger.resync(List.of());
    }

    @Test
    void what_somebody_else_changed_is_found_at_once_and_repaired() {
        users("in").remove("anna.k1");
        users("in").put("stranger", vless(9));
        assertThat(resync()).isInstanceOfSatisfying(Convergence.Converged.class, done -> {
            assertThat(done.added()).isEqualTo(1);
            assertThat(done.removed()).isEqualTo(1);
            assertThat(done.unchanged()).isEqualTo(1);
            assertThat(done.restarted()).isFalse();
        });
        assertThat(users("in")).containsOnlyKeys("anna.k1", "bert.k1");
    }

    @Test
    void a_core_that_cannot_list_its_users_gets_each_of_them_again() {
        machine.lists = false;
        converger = newAgent();
        converged();
        users("in").remove("anna.k1");
        resync();
        assertThat(users("in")).containsOnlyKeys("anna.k1", "bert.k1");
    }

    @Test
    void a_changed_set_of_inbounds_does_not_restart_the_core() {
        offer("k2", "other", 8443);
        var before = List.copyOf(machine.restarts);
        assertThat(resync()).isInstanceOf(Convergence.Converged.class);
        assertThat(machine.restarts).isEqualTo(before);
    }

    @Test
    void a_core_that_does_not_run_is_not_started() {
        converger.orders().stop("Olga stopped it");
        assertThat(resync()).isInstanceOf(Convergence.Waiting.class);
        assertThat(machine.running).isEmpty();
    }
}
