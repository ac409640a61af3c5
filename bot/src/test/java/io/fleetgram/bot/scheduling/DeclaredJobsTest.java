package io.fleetgram.bot.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.scheduling.app.DeclaredJobs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredJobsTest {

    private record Named(Declaration declaration) implements Job {
        @Override
        public Declaration declare() {
            return declaration;
        }

        @Override
        public Outcome run() {
            return Outcome.did(0);
        }
    }

    @Test
    void jobs_are_told_apart_by_where_they_run() {
        var jobs = new DeclaredJobs(List.of(
                job("purge"),
                new Named(Declaration.every("watch", Duration.ofSeconds(1)).onEveryController())));
        assertThat(jobs.of(Declaration.Spread.ON_EVERY_CONTROLLER))
                .extracting(Declaration::name)
                .containsExactly("watch");
        assertThat(jobs.find("purge")).isPresent();
    }

    @Test
    void two_jobs_of_one_name_refuse_to_start() {
        assertThatThrownBy(() -> new DeclaredJobs(List.of(job("purge"), job("purge"))))
                .hasMessageContaining("claimed by both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Purge", "purge_inbox", "purge-", "an-endless-name-that-no-button-can-ever-hold"})
    void a_malformed_name_refuses_to_start(String name) {
        assertThatThrownBy(() -> new DeclaredJobs(List.of(job(name)))).isInstanceOf(IllegalStateException.class);
    }

    private static Job job(String name) {
        return new Named(Declaration.every(name, Duration.ofSeconds(1)));
    }
}
