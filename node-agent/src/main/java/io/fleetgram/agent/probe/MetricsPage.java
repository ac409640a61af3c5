package io.fleetgram.agent.probe;

import io.fleetgram.agent.controller.CoreReport;

/** {@code /metrics} in Prometheus' text format, version 0.0.4. */
final class MetricsPage {

    private static final double PERMILLE = 1_000;
    private static final double MILLIS = 1_000;

    private final StringBuilder text = new StringBuilder();

    private MetricsPage() {}

    static String of(ProbeView view) {
        var page = new MetricsPage();
        page.write(view);
        return page.text.toString();
    }

    private void write(ProbeView view) {
        var status = view.status();
        var host = status.host();
        gauge("agent_healthy", "1 if the last convergence ended well", flag(view.isHealthy()));
        gauge(
                "agent_uptime_seconds",
                "time since the agent started",
                view.uptime().toSeconds());
        gauge("agent_controller_answers", "1 if the last poll was answered", flag(view.controllerAnswers()));
        gauge("agent_stored_version", "fleet version on disk", status.storedVersion());
        gauge("agent_applied_version", "fleet version that the core took", status.appliedVersion());
        gauge(
                "agent_failed_entries",
                "entries that the core does not run",
                status.failed().size());
        view.readingAge()
                .ifPresent(age -> gauge(
                        "agent_reading_age_seconds",
                        "time since the last counted reading of the core's counters began",
                        Double.toString(age.toMillis() / MILLIS)));
        gauge("agent_waiting_traffic_rows", "traffic rows on disk, not sealed yet", view.waitingRows());
        gauge("agent_certificate_days", "days until the node's certificate ends", view.certificateDays());
        gauge(
                "core_running",
                "1 if the core runs and answers",
                flag(status.core().state() == CoreReport.State.RUNNING));
        gauge("core_connections", "established on the core's ports", host.connections());
        gauge("core_online_accounts", "accounts with traffic in the last minute", host.onlineAccounts());
        gauge("host_cpu_ratio", "share of all processors in use", Double.toString(host.cpuPermille() / PERMILLE));
        gauge("host_memory_used_bytes", "memory in use", host.memory().used());
        gauge("host_memory_total_bytes", "memory", host.memory().total());
        gauge("host_disk_used_bytes", "disk in use", host.disk().used());
        gauge("host_disk_total_bytes", "disk", host.disk().total());
        gauge("host_receive_bytes_per_second", "on the default route", host.receiveRate());
        gauge("host_transmit_bytes_per_second", "on the default route", host.transmitRate());
    }

    private void gauge(String name, String help, long value) {
        gauge(name, help, Long.toString(value));
    }

    private void gauge(String name, String help, String value) {
        var full = "fleetgram_" + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(" gauge\n");
        text.append(full).append(' ').append(value).append('\n');
    }

    private static int flag(boolean set) {
        return set ? 1 : 0;
    }
}
