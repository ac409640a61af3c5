package io.fleetgram.bot.scheduling.app;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.JobState;
import io.fleetgram.bot.scheduling.JobStates;
import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.scheduling.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts together what jobs declared, what they did, and when they run next. */
public final class JobBoard implements Jobs {

    private final DeclaredJobs jobs;
    private final JobStates states;
    private final List<Schedule> schedules;
    private final Transactions transactions;

    public JobBoard(DeclaredJobs jobs, JobStates states, List<Schedule> schedules, Transactions transactions) {
        this.jobs = jobs;
        this.states = states;
        this.schedules = List.copyOf(schedules);
        this.transactions = transactions;
    }

    @Override
    public List<Card> all() {
        var known = states.all();
        return jobs.all().stream()
                .map(declared -> declared.declaration())
                .map(declaration -> card(declaration, known.getOrDefault(declaration.name(), JobState.NEVER_RUN)))
                .toList();
    }

    @Override
    public Optional<Card> find(String name) {
        return jobs.find(name)
                .map(declared -> card(declared.declaration(), states.find(name).orElse(JobState.NEVER_RUN)));
    }

    @Override
    public void runNow(String name) {
        jobs.find(name)
                .flatMap(declared -> schedule(declared.declaration()))
                .ifPresent(schedule -> transactions.afterCommit(() -> schedule.runNow(name)));
    }

    @Override
    public void pause(String name, boolean paused) {
        states.paused(name, paused);
    }

    private Card card(Declaration declaration, JobState state) {
        Optional<Instant> next = state.paused()
                ? Optional.empty()
                : schedule(declaration).flatMap(schedule -> schedule.next(declaration.name()));
        return new Card(declaration, state, next);
    }

    private Optional<Schedule> schedule(Declaration declaration) {
        return schedules.stream()
                .filter(schedule -> schedule.spread() == declaration.spread())
                .findFirst();
    }
}
