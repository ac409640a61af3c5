package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.fleet.CoreFacts;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.wire.agent.v1.AgentDescription;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.FailedEntry;
import io.fleetgram.wire.agent.v1.HostReadings;
import io.fleetgram.wire.agent.v1.Notice;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StatusMessagesTest {

    private static final Instant NOW = Instant.parse("2026-11-20T14:03:22Z");

    @Test
    void a_report_is_read_field_by_field() {
        var report = read(message -> message.setAppliedVersion(41)
                .setStoredVersion(42)
                .addFailed(FailedEntry.newBuilder()
                        .setKey("i/in1")
                        .setReason("no REALITY")
                        .setUnsupported(true))
                .setCore(CoreStatus.newBuilder()
                        .setState(CoreStatus.State.RUNNING)
                        .setKind("xray")
                        .addCapabilities("vless")
                        .addCapabilities("not, a name")
                        .addListeningPorts(443))
                .setHost(HostReadings.newBuilder().setCpuPermille(250).setConnections(7)));

        assertThat(report.appliedVersion()).isEqualTo(41);
        assertThat(report.storedVersion()).isEqualTo(42);
        assertThat(report.failed()).singleElement().satisfies(failure -> {
            assertThat(failure.entryKey()).isEqualTo("i/in1");
            assertThat(failure.unsupported()).isTrue();
        });
        assertThat(report.core().state()).isEqualTo(CoreFacts.State.RUNNING);
        assertThat(report.core().capabilities()).containsExactly("vless");
        assertThat(report.core().listeningPorts()).containsExactly(443);
        assertThat(report.core().startedAt()).isEmpty();
        assertThat(report.host().cpuPermille()).isEqualTo(250);
        assertThat(report.lastConvergence()).isEmpty();
    }

    @Test
    void text_for_people_is_cut_and_made_one_line() {
        var report = read(message -> message.setAgent(AgentDescription.newBuilder()
                        .setHostName("a".repeat(300))
                        .setAgentVersion(" 1.0\n\u0007evil "))
                .setLastConvergence("😀".repeat(400)));

        assertThat(report.agent().hostName()).hasSize(253);
        assertThat(report.agent().agentVersion()).isEqualTo("1.0  evil");
        assertThat(report.lastConvergence())
                .hasValueSatisfying(line -> assertThat(line).hasSize(500).endsWith("😀"));
    }

    @Test
    void a_notice_from_the_future_is_from_now() {
        var report = read(message -> message.addNotices(Notice.newBuilder()
                .setAtMillis(NOW.plusSeconds(3_600).toEpochMilli())
                .setKind("drift")
                .setText("x")));

        assertThat(report.notices())
                .singleElement()
                .satisfies(notice -> assertThat(notice.at()).isEqualTo(NOW));
    }

    @Test
    void numbers_and_keys_out_of_range_are_refused_by_name() {
        refused("applied_version", message -> message.setAppliedVersion(-1));
        refused(
                "failed.key",
                message -> message.addFailed(FailedEntry.newBuilder().setKey("x/../y")));
        refused(
                "host.cpu_permille",
                message -> message.setHost(HostReadings.newBuilder().setCpuPermille(1_001)));
        refused(
                "host.memory_used_bytes",
                message -> message.setHost(HostReadings.newBuilder().setMemoryUsedBytes(-5)));
        refused(
                "core.listening_ports",
                message -> message.setCore(CoreStatus.newBuilder().addListeningPorts(70_000)));
        refused(
                "core.started_at_millis",
                message -> message.setCore(CoreStatus.newBuilder().setStartedAtMillis(Long.MAX_VALUE)));
        refused("notices", message -> {
            for (int i = 0; i < 201; i++) {
                message.addNotices(Notice.getDefaultInstance());
            }
            return message;
        });
    }

    private static io.fleetgram.bot.fleet.StatusReport read(UnaryOperator<ReportStatusRequest.Builder> fill) {
        return StatusMessages.report(
                "n1", fill.apply(ReportStatusRequest.newBuilder()).build(), NOW);
    }

    private static void refused(String field, UnaryOperator<ReportStatusRequest.Builder> fill) {
        assertThatThrownBy(() -> read(fill)).isInstanceOf(CallRefused.class).hasMessageContaining(field);
    }
}
