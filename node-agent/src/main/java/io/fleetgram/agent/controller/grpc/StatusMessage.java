package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.FailedEntry;
import io.fleetgram.wire.agent.v1.HostReadings;
import io.fleetgram.wire.agent.v1.Notice;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;

/** Writes a status report as a message. */
final class StatusMessage {

    private StatusMessage() {}

    static ReportStatusRequest of(StatusReport report) {
        var message = ReportStatusRequest.newBuilder()
                .setAppliedVersion(report.appliedVersion())
                .setStoredVersion(report.storedVersion())
                .setAgent(of(report.agent()))
                .setCore(of(report.core()))
                .setHost(of(report.host()))
                .setAgentRun(ByteString.copyFrom(report.run().bytes()))
                .setLastConvergence(report.lastConvergence())
                .setFailedSyncs(report.sync().failures())
                .setSyncError(report.sync().error())
                .setSynced(report.sync().succeeded());
        for (var failed : report.failed()) {
            message.addFailed(FailedEntry.newBuilder()
                    .setKey(failed.key())
                    .setReason(failed.reason())
                    .setUnsupported(failed.unsupported()));
        }
        for (var notice : report.notices()) {
            message.addNotices(Notice.newBuilder()
                    .setAtMillis(notice.at().toEpochMilli())
                    .setKind(notice.kind())
                    .setText(notice.text()));
        }
        return message.build();
    }

    static io.fleetgram.wire.agent.v1.AgentDescription of(AgentDescription agent) {
        return io.fleetgram.wire.agent.v1.AgentDescription.newBuilder()
                .setAgentVersion(agent.version())
                .setOperatingSystem(agent.operatingSystem())
                .setArchitecture(agent.architecture())
                .setHostName(agent.hostName())
                .build();
    }

    private static CoreStatus of(CoreReport core) {
        var state = switch (core.state()) {
            case RUNNING -> CoreStatus.State.RUNNING;
            case STOPPED -> CoreStatus.State.STOPPED;
            case STARTING -> CoreStatus.State.STARTING;
            case FAILED -> CoreStatus.State.FAILED;
        };
        return CoreStatus.newBuilder()
                .setState(state)
                .setKind(core.kind())
                .setVersion(core.version())
                .setStartedAtMillis(core.startedAt().toEpochMilli())
                .setProcessId(core.processId())
                .setLastError(core.lastError())
                .addAllListeningPorts(core.listeningPorts())
                .addAllCapabilities(core.capabilities())
                .build();
    }

    private static HostReadings of(io.fleetgram.agent.host.HostReadings host) {
        return HostReadings.newBuilder()
                .setCpuPermille(host.cpuPermille())
                .setMemoryUsedBytes(host.memory().used())
                .setMemoryTotalBytes(host.memory().total())
                .setDiskUsedBytes(host.disk().used())
                .setDiskTotalBytes(host.disk().total())
                .setReceiveRate(host.receiveRate())
                .setTransmitRate(host.transmitRate())
                .setConnections(host.connections())
                .setOnlineAccounts(host.onlineAccounts())
                .setBootedAtMillis(host.bootedAt().toEpochMilli())
                .build();
    }
}
