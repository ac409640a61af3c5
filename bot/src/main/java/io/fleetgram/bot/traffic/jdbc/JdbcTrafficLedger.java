package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.traffic.Booking;
import io.fleetgram.bot.traffic.OutboundCell;
import io.fleetgram.bot.traffic.SealedBatch;
import io.fleetgram.bot.traffic.TrafficLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches in {@code traffic_cursor}, {@code traffic_hour}, {@code account_usage} and {@code traffic_unclaimed}. */
@Repository
final class JdbcTrafficLedger implements TrafficLedger {

    private static final byte[] NO_DIGEST = new byte[32];

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final UserKeys userKeys;
    private final JdbcTerms terms;

    JdbcTrafficLedger(JdbcClient jdbc, JdbcTemplate batches, UserKeys userKeys, JdbcTerms terms) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.userKeys = userKeys;
        this.terms = terms;
    }

    private record NodeRow(long id, int addedHour) {}

    @Override
    public Cursor claim(String nodeKey, SealedBatch.Epoch epoch, Instant at) {
        var node = jdbc.sql("""
                        SELECT id, TIMESTAMPDIFF(HOUR, '1970-01-01', created_at) AS added_hour FROM node WHERE node_key = :node
                        """)
                .param("node", nodeKey)
                .query((row, number) -> new NodeRow(row.getLong("id"), row.getInt("added_hour")))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("there never was a node " + nodeKey));
        int latest = jdbc.sql("""
                        SELECT COALESCE(MAX(reported_hour), :added) FROM traffic_cursor
                        WHERE node_id = :node AND reported_hour <= :now
                        """)
                .param("added", node.addedHour())
                .param("now", Duration.between(Instant.EPOCH, at).toHours())
                .param("node", node.id())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        INSERT INTO traffic_cursor (node_id, epoch, sequence, digest, reported_at, reported_hour)
                        VALUES (:node, :epoch, 0, :digest, :at, :hour)
                        ON DUPLICATE KEY UPDATE repeats = repeats + 1
                        """)
                .param("node", node.id())
                .param("epoch", epoch.bytes())
                .param("digest", NO_DIGEST)
                .param("at", DatabaseTime.of(at))
                .param("hour", latest)
                .update();
        return jdbc.sql("SELECT sequence, digest FROM traffic_cursor WHERE node_id = :node AND epoch = :epoch")
                .param("node", node.id())
                .param("epoch", epoch.bytes())
                .query((row, number) -> new Cursor(
                        node.id(), row.getLong("sequence"), SealedBatch.Digest.of(row.getBytes("digest")), latest))
                .single();
    }

    @Override
    public Map<String, Booking.Owner> owners(Collection<String> keys) {
        return userKeys.owners(keys);
    }

    @Override
    public void bookOutbounds(Cursor cursor, List<OutboundCell> cells) {
        batches.batchUpdate(
                """
                INSERT INTO traffic_outbound_hour (node_id, hour, outbound_tag, uplink, downlink) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE uplink = uplink + VALUES(uplink), downlink = downlink + VALUES(downlink)
                """,
                cells.stream()
                        .map(cell ->
                                new Object[] {cursor.node(), cell.hour(), cell.tag(), cell.uplink(), cell.downlink()})
                        .toList());
    }

    @Override
    public void book(Cursor cursor, SealedBatch batch, Booking booking, Instant at) {
        batches.batchUpdate(
                """
                INSERT INTO traffic_hour (node_id, hour, account_id, inbound_id, uplink, downlink) VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE uplink = uplink + VALUES(uplink), downlink = downlink + VALUES(downlink)
                """,
                booking.cells().stream()
                        .map(cell -> new Object[] {
                            cursor.node(),
                            cell.hour(),
                            cell.owner().account(),
                            cell.owner().inbound(),
                            cell.uplink(),
                            cell.downlink()
                        })
                        .toList());
        batches.batchUpdate(
                """
                INSERT INTO account_usage
                    (account_id, term_uplink, term_downlink, total_uplink, total_downlink, last_seen_hour)
                VALUES (?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    term_uplink = term_uplink + VALUES(term_uplink), term_downlink = term_downlink + VALUES(term_downlink),
                    total_uplink = total_uplink + VALUES(total_uplink),
                    total_downlink = total_downlink + VALUES(total_downlink),
                    last_seen_hour = GREATEST(COALESCE(last_seen_hour, 0), VALUES(last_seen_hour))
                """,
                booking.usage().stream()
                        .map(usage -> new Object[] {
                            usage.account(),
                            usage.uplink(),
                            usage.downlink(),
                            usage.uplink(),
                            usage.downlink(),
                            usage.lastHour()
                        })
                        .toList());
        terms.moveLate(booking);
        batches.batchUpdate(
                """
                INSERT INTO traffic_unclaimed (node_id, hour, user_key, uplink, downlink) VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE uplink = uplink + VALUES(uplink), downlink = downlink + VALUES(downlink)
                """,
                booking.unclaimed().stream()
                        .map(unclaimed -> new Object[] {
                            cursor.node(),
                            unclaimed.hour(),
                            unclaimed.userKey(),
                            unclaimed.uplink(),
                            unclaimed.downlink()
                        })
                        .toList());
        move(cursor, batch, booking, at);
    }

    private void move(Cursor cursor, SealedBatch batch, Booking booking, Instant at) {
        jdbc.sql("""
                        UPDATE traffic_cursor SET sequence = :sequence, digest = :digest, reported_at = :at, reported_hour = :hour
                        WHERE node_id = :node AND epoch = :epoch
                        """)
                .param("sequence", batch.sequence())
                .param("digest", batch.digest().bytes())
                .param("at", DatabaseTime.of(at))
                .param("hour", booking.lastHour())
                .param("node", cursor.node())
                .param("epoch", batch.epoch().bytes())
                .update();
    }

    @Override
    public Optional<Long> position(String nodeKey, SealedBatch.Epoch epoch) {
        return jdbc.sql("""
                        SELECT c.sequence FROM traffic_cursor c JOIN node n ON n.id = c.node_id
                        WHERE n.node_key = :node AND c.epoch = :epoch
                        """)
                .param("node", nodeKey)
                .param("epoch", epoch.bytes())
                .query(Long.class)
                .optional();
    }
}
