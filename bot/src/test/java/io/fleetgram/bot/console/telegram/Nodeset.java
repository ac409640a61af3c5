package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.NodeStates;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes in the states that the chat shows, written as their agents' reports would. */
record Nodeset(TestController controller) {

    private static final Instant NOW = ConsoleParts.NOW;
    private static final long HOUR_BEFORE = Duration.between(Instant.EPOCH, NOW).toHours() - 1;

    NodeKey pending(String name, String address, Optional<String> region) {
        var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        var key = new NodeKey(letters.length() < 3 ? "n" + Integer.toHexString(name.hashCode()) : letters);
        controller.get(Nodes.class).add(key, NodeProfile.of(name, address).withRegion(region), NOW);
        return key;
    }

    NodeKey online(String name, String address, String core, String capabilities) {
        var key = pending(name, address, Optional.of("Frankfurt <Main> & Köln"));
        database()
                .sql("UPDATE node SET state = 'JOINED', joined_at = :at WHERE node_key = :key")
                .param("at", ago(Duration.ofDays(12)))
                .param("key", key.text())
                .update();
        database()
                .sql("""
                        INSERT INTO node_status (node_id, last_heartbeat_at, stored_version, stored_hash, applied_version,
                            last_sync_at, agent_version, operating_system, architecture, host_name, booted_at, core_state,
                            core_kind, core_version, core_started_at, core_capabilities, cpu_permille, memory_used,
                            memory_total, disk_used, disk_total, receive_rate, transmit_rate, connections,
                            online_accounts, last_convergence)
                        SELECT id, :heard, 12, :hash, 12, :synced, '0.1.0', 'Debian GNU/Linux 12', 'amd64', 'vps-7.example',
                            :booted, 'RUNNING', :core, '26.7.11', :started, :capabilities, 143, 536870912, 2147483648,
                            3221225472, 21474836480, 1258291, 3565158, 33, 12, 'added 2, removed 1, unchanged 30, 12 ms'
                        FROM node WHERE node_key = :key
                        """)
                .param("heard", ago(Duration.ofSeconds(8)))
                .param("hash", HexFormat.of().parseHex("00112233445566778899aabbccddeeff"))
                .param("synced", ago(Duration.ofMinutes(3)))
                .param("booted", ago(Duration.ofDays(40)))
                .param("core", core)
                .param("started", ago(Duration.ofHours(5)))
                .param("capabilities", capabilities)
                .param("key", key.text())
                .update();
        return key;
    }

    void silent(NodeKey node, Duration since) {
        status(node, "silent_since = :value", ago(since));
        status(node, "last_heartbeat_at = :value", ago(since));
    }

    void applying(NodeKey node) {
        status(node, "stored_version = :value", 13);
    }

    void certified(NodeKey node) {
        database()
                .sql("""
                        INSERT INTO node_certificate (serial, node_id, certificate, key_hash, not_after, issued_at)
                        SELECT :serial, id, '', '', :end, :start FROM node WHERE node_key = :key
                        """)
                .param("serial", node.text())
                .param("end", ago(Duration.ofDays(-365)))
                .param("start", ago(Duration.ofDays(12)))
                .param("key", node.text())
                .update();
    }

    void syncFailing(NodeKey node, int failures, String error) {
        status(node, "sync_failures = :value", failures);
        status(node, "sync_error = :value", error);
        status(node, "sync_error_at = :value", ago(Duration.ofMinutes(1)));
    }

    /** Makes the controller read everything anew, as after a start, so that it knows the nodes that were written here. */
    void known(NodeKey node) {
        long version = controller.get(DesiredState.class).currentVersion();
        database().sql("UPDATE desired_state_version SET version = version - 1").update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        controller.get(NodeStates.class).wanted(node.text()).isPresent());
        database().sql("UPDATE desired_state_version SET version = version + 1").update();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> controller
                        .get(NodeStates.class)
                        .wanted(node.text())
                        .filter(wanted -> wanted.version() == version)
                        .isPresent());
    }

    /** The node holds and runs what the controller wants it to. */
    void inStep(NodeKey node) {
        var wanted = controller.get(NodeStates.class).wanted(node.text()).orElseThrow();
        status(node, "stored_version = :value, applied_version = :value", wanted.version());
        status(node, "stored_hash = :value", wanted.hash().toBytes());
    }

    void coreFailed(NodeKey node, String lastError) {
        status(node, "core_state = 'FAILED', core_last_error = :value", lastError);
    }

    void failed(NodeKey node, String entryKey, String reason, boolean unsupported) {
        database()
                .sql("""
                        INSERT INTO node_failed_entry (node_id, entry_key, reason, unsupported, since)
                        SELECT id, :entry, :reason, :unsupported, :since FROM node WHERE node_key = :key
                        """)
                .param("entry", entryKey)
                .param("reason", reason)
                .param("unsupported", unsupported)
                .param("since", ago(Duration.ofMinutes(20)))
                .param("key", node.text())
                .update();
    }

    void notice(NodeKey node, Duration ago, String text) {
        database()
                .sql("""
                        INSERT INTO node_notice (node_id, at, kind, text)
                        SELECT id, :at, 'drift', :text FROM node WHERE node_key = :key
                        """)
                .param("at", ago(ago))
                .param("text", text)
                .param("key", node.text())
                .update();
    }

    /** Books traffic of the hour before this one. */
    void used(AccountKey account, NodeKey node, long uplink, long downlink) {
        database()
                .sql("""
                        INSERT INTO traffic_hour (node_id, hour, account_id, inbound_id, uplink, downlink)
                        SELECT node.id, :hour, account.id, (SELECT MIN(id) FROM inbound), :uplink, :downlink
                        FROM node, account WHERE node_key = :node AND account_key = :account
                        """)
                .param("hour", HOUR_BEFORE)
                .param("uplink", uplink)
                .param("downlink", downlink)
                .param("node", node.text())
                .param("account", account.text())
                .update();
        database()
                .sql("""
                        INSERT INTO account_usage (account_id, total_uplink, total_downlink, last_seen_hour)
                        SELECT id, :uplink, :downlink, :hour FROM account WHERE account_key = :account
                        ON DUPLICATE KEY UPDATE total_uplink = total_uplink + :uplink,
                            total_downlink = total_downlink + :downlink
                        """)
                .param("hour", HOUR_BEFORE)
                .param("uplink", uplink)
                .param("downlink", downlink)
                .param("account", account.text())
                .update();
    }

    /** Books what left by an outbound in the hour before this one. */
    void wentOut(NodeKey node, String tag, long uplink, long downlink) {
        database()
                .sql("""
                        INSERT INTO traffic_outbound_hour (node_id, hour, outbound_tag, uplink, downlink)
                        SELECT id, :hour, :tag, :uplink, :downlink FROM node WHERE node_key = :node
                        """)
                .param("hour", HOUR_BEFORE)
                .param("tag", tag)
                .param("uplink", uplink)
                .param("downlink", downlink)
                .param("node", node.text())
                .update();
    }

    private void status(NodeKey node, String assignment, Object value) {
        database()
                .sql("UPDATE node_status JOIN node ON node.id = node_status.node_id SET " + assignment
                        + " WHERE node.node_key = :key")
                .param("value", value)
                .param("key", node.text())
                .update();
    }

    private static java.time.LocalDateTime ago(Duration duration) {
        return DatabaseTime.of(NOW.minus(duration));
    }

    private JdbcClient database() {
        return controller.get(JdbcClient.class);
    }
}
