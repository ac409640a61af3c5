package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreOrders.Outcome;
import io.fleetgram.agent.core.CoreStatus;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoreOrdersTest extends ConvergerScenario {

    @BeforeEach
    void run() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        converged();
    }

    @Test
    void a_core_that_was_stopped_by_hand_stays_stopped_whatever_converges() {
        assertThat(converger.orders().stop("Olga stopped it")).isEqualTo(new Outcome.Done());
        assertThat(machine.running).isEmpty();
        give("bert.k1", 2);
        assertThat(converged().restarted()).isFalse();
        assertThat(machine.running).isEmpty();
        assertThat(machine.status).isEqualTo(new CoreStatus.Stopped("Olga stopped it"));
    }

    @Test
    void it_stays_stopped_for_the_next_agent_too_which_stops_one_that_runs_all_the_same() {
        machine.keptStopped = Optional.of("Olga stopped it");
        machine.leaveToNextAgent();
        converger = newAgent();
        converged();
        assertThat(machine.running).isEmpty();
    }

    @Test
    void it_starts_with_what_is_desired_by_then() {
        converger.orders().stop("Olga stopped it");
        give("bert.k1", 2);
        take("anna.k1");
        assertThat(converger.orders().start()).isEqualTo(new Outcome.Done());
        assertThat(users("in")).containsOnlyKeys("bert.k1");
        assertThat(converged().added()).isZero();
    }

    @Test
    void a_restart_starts_a_stopped_core_and_restarts_a_running_one() {
        assertThat(converger.orders().restart("Olga wants it")).isEqualTo(new Outcome.Done());
        assertThat(machine.restarts).containsExactly("Olga wants it");
        converger.orders().stop("Olga stopped it");
        assertThat(converger.orders().restart("Olga wants it")).isEqualTo(new Outcome.Done());
        assertThat(machine.running).isPresent();
        assertThat(machine.keptStopped).isEmpty();
    }

    @Test
    void a_core_that_the_fleet_keeps_stopped_is_not_started_by_hand() {
        coreStopped = true;
        converged();
        assertThat(converger.orders().start())
                .isEqualTo(new Outcome.NotDone("the node's settings keep its core stopped: change them there"));
        assertThat(machine.running).isEmpty();
    }

    @Test
    void a_stop_that_cannot_be_remembered_is_not_carried_out() {
        machine.diskIsFull = true;
        assertThat(converger.orders().stop("Olga stopped it")).isInstanceOf(Outcome.NotDone.class);
        assertThat(machine.running).isPresent();
    }

    @Test
    void a_core_that_does_not_come_up_is_told() {
        converger.orders().stop("Olga stopped it");
        machine.startFails = "no such port";
        assertThat(converger.orders().start())
                .isInstanceOfSatisfying(
                        Outcome.NotDone.class, not -> assertThat(not.why()).contains("no such port"));
        assertThat(machine.keptStopped).isEmpty();
    }
}
