package io.fleetgram.bot.accounts;

import static io.fleetgram.bot.accounts.AccountStatus.ACTIVE;
import static io.fleetgram.bot.accounts.AccountStatus.DELETED;
import static io.fleetgram.bot.accounts.AccountStatus.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.accounts.AccountLifecycle.Move;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountLifecycleTest {

    /** What may happen to an account, as one would tell it. */
    private record Story(List<Trigger> triggers, AccountStatus end) {}

    private static final List<Story> STORIES = List.of(
            new Story(List.of(Trigger.SUSPEND), SUSPENDED),
            new Story(List.of(Trigger.SUSPEND, Trigger.RESUME), ACTIVE),
            new Story(List.of(Trigger.SUSPEND, Trigger.RESUME, Trigger.DELETE), DELETED),
            new Story(List.of(Trigger.SUSPEND, Trigger.DELETE), DELETED));

    @Test
    void the_stories_walk_every_move_of_the_table() {
        Set<Move> walked = new HashSet<>();
        for (var story : STORIES) {
            var now = ACTIVE;
            for (var trigger : story.triggers()) {
                walked.add(new Move(now, trigger));
                now = AccountLifecycle.after(now, trigger).orElseThrow();
            }
            assertThat(now).isEqualTo(story.end());
        }
        assertThat(walked).isEqualTo(AccountLifecycle.moves().keySet());
    }

    @Test
    void nothing_happens_to_a_deleted_account() {
        for (var trigger : Trigger.values()) {
            assertThat(AccountLifecycle.after(DELETED, trigger)).isEmpty();
        }
    }

    @Test
    void what_is_not_in_the_table_does_not_move() {
        assertThat(AccountLifecycle.after(ACTIVE, Trigger.RESUME)).isEmpty();
        assertThat(AccountLifecycle.after(SUSPENDED, Trigger.SUSPEND)).isEmpty();
    }
}
