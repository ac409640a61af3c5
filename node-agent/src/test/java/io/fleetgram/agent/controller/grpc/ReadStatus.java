package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.Notice;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.host.HostReadings;
import io.fleetgram.agent.host.HostReadings.Amount;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import java.time.Instant;

/** Reads a status report back from its message. */
final class ReadStatus {

    private ReadStatus() {}

    static StatusReport of(ReportStatusRequest request) {
        var agent = request.getAgent();
        return new StatusReport(
                request.getAppliedVersion(),
                request.getStoredVersion(),
                request.getFailedList().stream()
                        .map(failed -> new FailedEntry(failed.getKey(), failed.getReason(), failed.getUnsupported()))
                        .toList(),
                new AgentDescription(
                        agent.getAgentVersion(),
                        agent.getOperatingSystem(),
                        agent.getArchitecture(),
                        agent.getHostName()),
                core(request.getCore()),
                host(request.getHost()),
                Epoch.of(request.getAgentRun().toByteArray()),
                request.getLastConvergence(),
                request.getNoticesList().stream()
                        .map(notice -> new Notice(
                                Instant.ofEpochMilli(notice.getAtMillis()), notice.getKind(), notice.getText()))
                        .toList(),
                new SyncAttempts.View(request.getFailedSyncs(), request.getSyncError(), request.getSynced()));
    }

    private static CoreReport core(io.fleetgram.wire.agent.v1.CoreStatus core) {
        return new CoreReport(
                CoreReport.State.valueOf(core.getState().name()),
                core.getKind(),
                core.getVersion(),
                Instant.ofEpochMilli(core.getStartedAtMillis()),
                core.getProcessId(),
                core.getLastError(),
                core.getListeningPortsList(),
                core.getCapabilitiesList());
    }

    private static HostReadings host(io.fleetgram.wire.agent.v1.HostReadings host) {
        return new HostReadings(
                host.getCpuPermille(),
                new Amount(host.getMemoryUsedBytes(), host.getMemoryTotalBytes()),
                new Amount(host.getDiskUsedBytes(), host.getDiskTotalBytes()),
                host.getReceiveRate(),
                host.getTransmitRate(),
                host.getConnections(),
                host.getOnlineAccounts(),
                Instant.ofEpochMilli(host.getBootedAtMillis()));
    }
}
