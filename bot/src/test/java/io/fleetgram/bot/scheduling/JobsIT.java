package io.fleetgram.bot.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.CountingJobs.Counts;
import io.fleetgram.bot.telegram.BotApiStandIn;
import io.fleetgram.bot.telegram.Eventually;
import io.fleetgram.bot.telegram.TestChat;
import io.fleetgram.parts.mariadb.TestMariaDb;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two controllers on one database run their jobs. */
class JobsIT {

    private final BotApiStandIn api = new BotApiStandIn();
    private final io.fleetgram.parts.mariadb.TestDatabase database = TestMariaDb.freshDatabase();
    private final TestChat first = TestChat.startWithJobs(database, api.url());
    private final TestChat second = TestChat.startWithJobs(database, api.url());

    @AfterEach
    void stop() {
        first.close();
        second.close();
        api.close();
    }

    @Test
    void a_common_job_runs_on_one_controller_at_a_time_and_a_local_one_on_each() {
        var from = Instant.now();
        int before = commonRuns();
        Eventually.holds(() -> first.get(Counts.class).local.get() >= 6
                && second.get(Counts.class).local.get() >= 6
                && commonRuns() >= before + 6);
        long rhythms = Duration.between(from, Instant.now()).toMillis() / 300;
        assertThat((long) commonRuns() - before).isLessThanOrEqualTo(rhythms + 2);
        assertThat(card("common").state().runs()).isGreaterThanOrEqualTo(4);
        assertThat(card("common").state().lastOutcome()).isEqualTo("3 done");
        assertThat(card("common").next()).isPresent();
    }

    @Test
    void a_paused_job_rests_on_every_controller_but_runs_when_called_for() {
        steer(() -> jobs().pause("common", true));
        Eventually.asserted(() -> {
            int before = commonRuns();
            Eventually.waited(Duration.ofSeconds(1));
            assertThat(commonRuns()).isEqualTo(before);
        });
        int rested = commonRuns();
        steer(() -> jobs().runNow("common"));
        Eventually.asserted(() -> assertThat(commonRuns()).isEqualTo(rested + 1));
        assertThat(card("common").next()).isEmpty();
    }

    @Test
    void operators_are_told_once_when_a_job_has_failed_as_often_as_it_may_and_once_when_it_is_well() {
        api.write(1, TestChat.OWNER, "/start");
        Eventually.asserted(() -> assertThat(api.shown()).isNotEmpty());
        fails(true);
        for (int run = 1; run <= 3; run++) {
            int failures = run;
            steer(() -> jobs().runNow("shaky"));
            Eventually.asserted(
                    () -> assertThat(card("shaky").state().failuresInARow()).isEqualTo(failures));
        }
        fails(false);
        steer(() -> jobs().runNow("shaky"));
        Eventually.asserted(() -> assertThat(messagesWith("went well again")).isEqualTo(1));
        assertThat(messagesWith("has failed 2 times in a row")).isEqualTo(1);
        assertThat(messagesWith("shaky on purpose")).isEqualTo(1);
    }

    @Test
    void the_jobs_screen_shows_pauses_and_runs_them() {
        api.write(1, TestChat.OWNER, "/jobs");
        Eventually.asserted(() -> assertThat(shown()).contains("common").contains("next"));
        api.tap(2, TestChat.OWNER, 101, "job:shaky");
        Eventually.asserted(() -> assertThat(shown()).contains("every 1 h").contains("on one controller at a time"));
        api.tap(3, TestChat.OWNER, 101, "jobpause:shaky:on");
        Eventually.asserted(() -> assertThat(shown()).contains("⏸ paused"));
        long runs = card("shaky").state().runs();
        api.tap(4, TestChat.OWNER, 101, "jobrun:shaky");
        Eventually.asserted(() -> assertThat(card("shaky").state().runs()).isEqualTo(runs + 1));
        Eventually.asserted(() -> assertThat(shown())
                .contains("It was asked to run")
                .contains("Outcome: nothing to do")
                .contains("Runs so far: " + (runs + 1)));
        api.tap(5, TestChat.OWNER, 101, "jobpause:shaky:off");
        Eventually.asserted(() -> assertThat(shown()).contains("went well").contains("nothing to do"));
        assertThat(first.jdbc()
                        .sql("SELECT action FROM audit_entry ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("job.pause", "job.run", "job.resume");
    }

    private void fails(boolean fails) {
        first.get(Counts.class).fails.set(fails);
        second.get(Counts.class).fails.set(fails);
    }

    private void steer(Runnable work) {
        first.get(Transactions.class).run(work);
    }

    private Jobs jobs() {
        return first.get(Jobs.class);
    }

    private Jobs.Card card(String job) {
        return jobs().find(job).orElseThrow();
    }

    private int commonRuns() {
        return first.get(Counts.class).common.get()
                + second.get(Counts.class).common.get();
    }

    private long messagesWith(String words) {
        return api.calls("sendmessage").stream()
                .filter(call -> call.text("text").contains(words))
                .count();
    }

    private String shown() {
        return api.lastText();
    }
}
