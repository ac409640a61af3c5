package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.AgentFacts;
import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.fleet.HostReadings;
import io.fleetgram.bot.fleet.StatusReport;
import io.fleetgram.bot.fleet.SyncAttempts;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes rows of table {@code node_status}. */
@Component
final class StatusTable {

    private final JdbcClient jdbc;

    StatusTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a poll says, its hash for one, stays as it is. */
    void write(long node, StatusReport report, Instant at) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.put("last_heartbeat_at", DatabaseTime.of(at));
        columns.put("silent_since", null);
        columns.put("stored_version", report.storedVersion());
        columns.put("applied_version", report.appliedVersion());
        report.lastConvergence().ifPresent(line -> columns.put("last_convergence", line));
        sync(columns, report.sync(), at);
        agent(columns, report.agent());
        core(columns, report.core());
        host(columns, report.host());
        write(node, columns);
    }

    /** The failures stay until the node has shown that it is well: a restart of its agent alone shows nothing. */
    private static void sync(Map<String, @Nullable Object> columns, SyncAttempts sync, Instant at) {
        if (sync.failures() > 0) {
            columns.put("sync_failures", sync.failures());
            columns.put("sync_error", sync.error());
            columns.put("sync_error_at", DatabaseTime.of(at));
        } else if (sync.succeeded()) {
            columns.put("sync_failures", 0);
        }
    }

    private static void agent(Map<String, @Nullable Object> columns, AgentFacts agent) {
        columns.put("agent_version", agent.agentVersion());
        columns.put("operating_system", agent.operatingSystem());
        columns.put("architecture", agent.architecture());
        columns.put("host_name", agent.hostName());
    }

    private static void core(Map<String, @Nullable Object> columns, CoreFacts core) {
        columns.put("core_state", core.state().name());
        columns.put("core_kind", core.kind());
        columns.put("core_version", core.version());
        columns.put("core_started_at", core.startedAt().map(DatabaseTime::of).orElse(null));
        columns.put("core_last_error", core.lastError());
        columns.put("core_capabilities", String.join(",", core.capabilities()));
        columns.put(
                "listening_ports",
                core.listeningPorts().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    private static void host(Map<String, @Nullable Object> columns, HostReadings host) {
        columns.put("cpu_permille", host.cpuPermille());
        columns.put("memory_used", host.memoryUsed());
        columns.put("memory_total", host.memoryTotal());
        columns.put("disk_used", host.diskUsed());
        columns.put("disk_total", host.diskTotal());
        columns.put("receive_rate", host.receiveRate());
        columns.put("transmit_rate", host.transmitRate());
        columns.put("connections", host.connections());
        columns.put("online_accounts", host.onlineAccounts());
        columns.put("booted_at", host.bootedAt().map(DatabaseTime::of).orElse(null));
    }

    private void write(long node, Map<String, @Nullable Object> columns) {
        var names = String.join(", ", columns.keySet());
        var values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        var updates = columns.keySet().stream()
                .map(name -> "%s = VALUES(%s)".formatted(name, name))
                .collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO node_status (node_id, %s) VALUES (:node, %s) ON DUPLICATE KEY UPDATE %s"
                        .formatted(names, values, updates))
                .param("node", node)
                .params(columns)
                .update();
    }
}
