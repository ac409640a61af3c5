package io.fleetgram.bot.scheduling.jdbc;

import static io.fleetgram.bot.platform.jdbc.Columns.optionalInstant;
import static io.fleetgram.bot.platform.jdbc.Columns.optionalText;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.scheduling.JobState;
import io.fleetgram.bot.scheduling.JobStates;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Job states in {@code job_state}. */
public final class JdbcJobStates implements JobStates {

    private static final int LONGEST_OUTCOME = 500;

    private final JdbcClient jdbc;

    public JdbcJobStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<JobState> find(String job) {
        return jdbc.sql("SELECT * FROM job_state WHERE name = :job")
                .param("job", job)
                .query((row, number) -> state(row))
                .optional();
    }

    @Override
    public Map<String, JobState> all() {
        var states = new HashMap<String, JobState>();
        jdbc.sql("SELECT * FROM job_state").query(row -> {
            states.put(row.getString("name"), state(row));
        });
        return states;
    }

    @Override
    public void started(String job, Instant now, String controller) {
        jdbc.sql("""
                INSERT INTO job_state (name, last_started_at, last_controller, runs)
                VALUES (:job, :now, :controller, 1)
                ON DUPLICATE KEY UPDATE last_started_at = VALUES(last_started_at),
                    last_controller = VALUES(last_controller), runs = runs + 1""")
                .param("job", job)
                .param("now", DatabaseTime.of(now))
                .param("controller", controller)
                .update();
    }

    @Override
    public int succeeded(String job, Instant now, String summary) {
        int before = failures(job);
        finished(job, now, summary, false, 0);
        return before;
    }

    @Override
    public int failed(String job, Instant now, String why) {
        int failures = failures(job) + 1;
        finished(job, now, why, true, failures);
        return failures;
    }

    @Override
    public void paused(String job, boolean paused) {
        jdbc.sql("""
                INSERT INTO job_state (name, paused) VALUES (:job, :paused)
                ON DUPLICATE KEY UPDATE paused = VALUES(paused)""").param("job", job).param("paused", paused).update();
    }

    private int failures(String job) {
        return jdbc.sql("SELECT failures_in_a_row FROM job_state WHERE name = :job FOR UPDATE")
                .param("job", job)
                .query((row, number) -> row.getInt(1))
                .optional()
                .orElse(0);
    }

    private void finished(String job, Instant now, String outcome, boolean failed, int failures) {
        jdbc.sql("""
                UPDATE job_state SET last_finished_at = :now, last_outcome = :outcome, last_failed = :failed,
                    failures_in_a_row = :failures
                WHERE name = :job""")
                .param("now", DatabaseTime.of(now))
                .param("outcome", outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)))
                .param("failed", failed)
                .param("failures", failures)
                .param("job", job)
                .update();
    }

    private static JobState state(ResultSet row) throws SQLException {
        return new JobState(
                row.getBoolean("paused"),
                optionalInstant(row, "last_started_at"),
                optionalInstant(row, "last_finished_at"),
                optionalText(row, "last_outcome").orElse(""),
                row.getBoolean("last_failed"),
                row.getInt("failures_in_a_row"),
                row.getLong("runs"),
                optionalText(row, "last_controller").orElse(""));
    }
}
