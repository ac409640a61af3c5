package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserFact;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UserPlanTest {

    private static final String TAG = "in";

    private final KnownUsers actual = new KnownUsers();

    @Test
    void nothing_is_done_when_nothing_differs() {
        actual.replace(TAG, Map.of("a.i", account(1)));
        var plan = plan(Map.of("a.i", account(1)));
        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.unchanged()).isEqualTo(1);
    }

    @Test
    void a_missing_user_is_added_and_one_too_many_removed() {
        actual.replace(TAG, Map.of("old.i", account(1)));
        var plan = plan(Map.of("new.i", account(2)));
        assertThat(plan.removals()).containsExactly(new UserChange.Remove(TAG, "old.i"));
        assertThat(plan.additions()).containsExactly(new UserChange.Add(TAG, "new.i", account(2)));
    }

    @Test
    void another_credential_means_removal_and_addition() {
        actual.replace(TAG, Map.of("a.i", account(1)));
        var plan = plan(Map.of("a.i", account(2)));
        assertThat(plan.removals()).containsExactly(new UserChange.Remove(TAG, "a.i"));
        assertThat(plan.additions()).containsExactly(new UserChange.Add(TAG, "a.i", account(2)));
        assertThat(plan.unchanged()).isZero();
    }

    @Test
    void a_user_that_may_or_may_not_be_there_is_removed_and_added() {
        actual.replace(TAG, Map.of("a.i", account(1)));
        actual.learn(new UserFact.Unsure(TAG, "a.i"));
        actual.learn(new UserFact.Unsure(TAG, "b.i"));
        var plan = plan(Map.of("a.i", account(1)));
        assertThat(plan.removals())
                .containsExactlyInAnyOrder(new UserChange.Remove(TAG, "a.i"), new UserChange.Remove(TAG, "b.i"));
        assertThat(plan.additions()).containsExactly(new UserChange.Add(TAG, "a.i", account(1)));
    }

    @Test
    void a_spared_user_is_left_alone_whatever_it_is() {
        actual.replace(TAG, Map.of("a.i", account(1)));
        var plan = UserPlan.of(TAG, Map.of("a.i", account(2), "b.i", account(3)), actual, email -> true, true);
        assertThat(plan.isEmpty()).isTrue();
    }

    @Test
    void on_an_inbound_that_runs_in_another_form_users_are_only_removed() {
        actual.replace(TAG, Map.of("a.i", account(1), "gone.i", account(2)));
        var desired = Map.of("a.i", account(9), "new.i", account(3));
        var plan = UserPlan.of(TAG, desired, actual, email -> false, false);
        assertThat(plan.removals()).containsExactly(new UserChange.Remove(TAG, "gone.i"));
        assertThat(plan.additions()).isEmpty();
    }

    @Property
    void a_plan_that_is_carried_out_leaves_the_desired_users_and_nothing_to_do(
            @ForAll("users") Map<String, Account> before, @ForAll("users") Map<String, Account> desired) {
        var users = new KnownUsers();
        users.replace(TAG, before);
        var plan = UserPlan.of(TAG, desired, users, email -> false, true);
        var core = new HashMap<>(before);
        for (var change : plan.removals()) {
            assertThat(core.remove(change.email())).isNotNull();
        }
        for (var change : plan.additions()) {
            if (change instanceof UserChange.Add add) {
                assertThat(core.put(add.email(), add.account())).isNull();
            }
        }
        assertThat(core).isEqualTo(desired);
        users.replace(TAG, core);
        assertThat(UserPlan.of(TAG, desired, users, email -> false, true).isEmpty())
                .isTrue();
    }

    @Provide
    Arbitrary<Map<String, Account>> users() {
        return Arbitraries.maps(
                        Arbitraries.integers().between(0, 30).map(number -> "u" + number + ".i"),
                        Arbitraries.integers().between(0, 3).map(UserPlanTest::account))
                .ofMaxSize(25);
    }

    private UserPlan plan(Map<String, Account> desired) {
        return UserPlan.of(TAG, desired, actual, email -> false, true);
    }

    private static Account account(int number) {
        return new Account.Vless(new UUID(0, number), "");
    }
}
