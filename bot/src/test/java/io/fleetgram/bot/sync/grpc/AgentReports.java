package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.host.HostReadings;
import io.fleetgram.agent.host.HostReadings.Amount;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.wire.agent.v1.RenewRequest;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** What the agent's own code hands over in tests. */
final class AgentReports {

    private AgentReports() {}

    static StatusReport running() {
        var core = new CoreReport(
                CoreReport.State.RUNNING, "simulated", "1", Instant.EPOCH, 1, "", List.of(), List.of("vless"));
        var host = new HostReadings(1, new Amount(1, 2), new Amount(1, 2), 1, 1, 1, 1, Instant.EPOCH);
        return new StatusReport(
                1,
                1,
                List.of(),
                new AgentDescription("0.1.0", "Linux", "amd64", "host-1"),
                core,
                host,
                new Epoch(1, 2),
                "",
                List.of(),
                SyncAttempts.View.UNTRIED);
    }

    static byte[] batch() {
        return TrafficBatch.newBuilder()
                .setEpoch(ByteString.copyFrom(new byte[16]))
                .setSequence(1)
                .build()
                .toByteArray();
    }

    static RenewRequest renewal() {
        return RenewRequest.newBuilder()
                .setCertificateRequest(ByteString.copyFrom(
                        CertificateRequest.create(KeyPairs.generate(new SecureRandom()), "whatever")))
                .build();
    }
}
