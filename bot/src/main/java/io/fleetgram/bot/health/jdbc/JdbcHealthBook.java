package io.fleetgram.bot.health.jdbc;

import io.fleetgram.bot.health.HealthBook;
import io.fleetgram.bot.health.Judged;
import io.fleetgram.bot.health.Subject;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code health_round}; what is kept of nodes is written by {@link KeptChecks}. */
@Repository
final class JdbcHealthBook implements HealthBook {

    private final JdbcClient jdbc;
    private final KeptChecks checks;

    JdbcHealthBook(JdbcClient jdbc, KeptChecks checks) {
        this.jdbc = jdbc;
        this.checks = checks;
    }

    @Override
    public List<Subject> subjects() {
        return jdbc.sql("SELECT " + SubjectRow.COLUMNS + """
                        FROM node n LEFT JOIN node_status s ON s.node_id = n.id LEFT JOIN node_health h ON h.node_id = n.id
                        WHERE n.state IN ('JOINED', 'DRAINING') ORDER BY n.node_key""")
                .query(SubjectRow::read)
                .list();
    }

    @Override
    public LastRound lastRound() {
        return jdbc.sql("SELECT began_at, cut_off_since FROM health_round WHERE id = 1")
                .query((row, number) -> new LastRound(
                        Columns.optionalInstant(row, "began_at"), Columns.optionalInstant(row, "cut_off_since")))
                .single();
    }

    @Override
    public boolean agentHeardSince(Instant moment) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM node_status WHERE last_heartbeat_at >= :moment)")
                .param("moment", DatabaseTime.of(moment))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void keep(Collection<Judged> nodes, Instant at) {
        checks.write(
                nodes.stream()
                        .sorted(Comparator.comparing(judged -> judged.subject().key()))
                        .toList(),
                at);
    }

    @Override
    public void began(Instant at, Optional<Instant> cutOffSince) {
        jdbc.sql("UPDATE health_round SET began_at = :at, cut_off_since = :cutOff WHERE id = 1")
                .param("at", DatabaseTime.of(at))
                .param("cutOff", cutOffSince.map(DatabaseTime::of).orElse(null))
                .update();
    }

    @Override
    public int purgeChecks(Instant before, int most) {
        return jdbc.sql("DELETE FROM node_check WHERE at < :before LIMIT :most")
                .param("before", DatabaseTime.of(before))
                .param("most", most)
                .update();
    }
}
