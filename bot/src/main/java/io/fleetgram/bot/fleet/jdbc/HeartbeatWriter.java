package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.Heartbeats;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.shared.StateHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the newest poll of each node once a second, because a change of the fleet brings a poll of every node at once. */
@Component
final class HeartbeatWriter implements Heartbeats, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatWriter.class);
    private static final long PAUSE_MILLIS = 1_000;

    private record Beat(NodeKey node, long storedVersion, StateHash storedHash, Instant at, boolean agreed) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Transactions transactions;
    private final ConcurrentHashMap<NodeKey, Beat> waiting = new ConcurrentHashMap<>();
    private @Nullable ScheduledFuture<?> beat;
    private volatile @Nullable ScheduledExecutorService clock;

    HeartbeatWriter(JdbcClient jdbc, JdbcTemplate batches, Transactions transactions) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.transactions = transactions;
    }

    @Override
    public void polled(NodeKey node, long storedVersion, StateHash storedHash, Instant at) {
        waiting.put(node, new Beat(node, storedVersion, storedHash, at, false));
    }

    @Override
    public void agreed(NodeKey node, long storedVersion, StateHash storedHash, Instant at) {
        waiting.put(node, new Beat(node, storedVersion, storedHash, at, true));
    }

    @Override
    public void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("heartbeats").factory());
        beat = executor.scheduleWithFixedDelay(this::flush, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        clock = executor;
    }

    @Override
    public void stop() {
        var executor = clock;
        var beating = beat;
        clock = null;
        if (executor != null && beating != null) {
            beating.cancel(false);
            executor.shutdownNow();
            flush();
        }
    }

    @Override
    public boolean isRunning() {
        return clock != null;
    }

    /** A beat that cannot be written is dropped: the next one says more. */
    private void flush() {
        var beats = new ArrayList<Beat>();
        waiting.keySet().forEach(node -> {
            var beat = waiting.remove(node);
            if (beat != null) {
                beats.add(beat);
            }
        });
        if (beats.isEmpty()) {
            return;
        }
        beats.sort(Comparator.comparing(Beat::node));
        try {
            transactions.run(() -> write(beats));
        } catch (RuntimeException e) {
            LOG.warn("The heartbeats of {} nodes were not written: {}", beats.size(), e.toString());
        }
    }

    private void write(List<Beat> beats) {
        var ids = new HashMap<String, Long>();
        jdbc.sql("SELECT node_key, id FROM node WHERE node_key IN (:keys)")
                .param("keys", beats.stream().map(beat -> beat.node().text()).toList())
                .query(row -> {
                    ids.put(row.getString("node_key"), row.getLong("id"));
                });
        batches.batchUpdate(
                """
                INSERT INTO node_status (node_id, last_heartbeat_at, stored_version, stored_hash, last_sync_at)
                VALUES (?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    last_heartbeat_at = GREATEST(COALESCE(last_heartbeat_at, VALUES(last_heartbeat_at)), VALUES(last_heartbeat_at)),
                    stored_version = VALUES(stored_version), stored_hash = VALUES(stored_hash),
                    last_sync_at = COALESCE(VALUES(last_sync_at), last_sync_at)
                """,
                beats.stream()
                        .filter(beat -> ids.containsKey(beat.node().text()))
                        .map(beat -> new Object[] {
                            ids.get(beat.node().text()),
                            DatabaseTime.of(beat.at()),
                            beat.storedVersion(),
                            beat.storedHash().toBytes(),
                            beat.agreed() ? DatabaseTime.of(beat.at()) : null
                        })
                        .toList());
    }
}
