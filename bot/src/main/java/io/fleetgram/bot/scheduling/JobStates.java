package io.fleetgram.bot.scheduling;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What is remembered of jobs. Every write joins the open transaction. */
public interface JobStates {

    Optional<JobState> find(String job);

    Map<String, JobState> all();

    void started(String job, Instant now, String controller);

    /** Notes the end of a run that went well; returns how many had failed in a row before it. */
    int succeeded(String job, Instant now, String summary);

    /** Notes the end of a run that failed; returns how many have failed in a row now. */
    int failed(String job, Instant now, String why);

    void paused(String job, boolean paused);
}
