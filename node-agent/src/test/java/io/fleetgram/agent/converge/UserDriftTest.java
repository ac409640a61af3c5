package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDriftTest extends ConvergerScenario {

    @Test
    void each_user_is_as_desired_missing_not_desired_or_has_another_credential() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        give("bert.k1", 2);
        give("carla.k1", 3);
        var drift = UserDrift.of(
                desired(), Map.of("in", Map.of("anna.k1", vless(1), "bert.k1", vless(9), "stranger", vless(4))));
        assertThat(drift)
                .containsExactly(new UserDrift(
                        "in", true, List.of("anna.k1"), List.of("carla.k1"), List.of("stranger"), List.of("bert.k1")));
    }

    @Test
    void an_inbound_that_only_one_side_has_is_shown_too() {
        offer("k1", "in", 443);
        give("anna.k1", 1);
        assertThat(UserDrift.of(desired(), Map.of("old", Map.of("bert.k2", vless(2)))))
                .containsExactly(
                        new UserDrift("in", false, List.of(), List.of("anna.k1"), List.of(), List.of()),
                        new UserDrift("old", true, List.of(), List.of(), List.of("bert.k2"), List.of()));
    }
}
