package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Drafts;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.PollQuestion;
import io.fleetgram.agent.controller.PollReply;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.AgentControlGrpc.AgentControlBlockingStub;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.RenewRequest;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.RotateTokenRequest;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The controllers of this node over gRPC: by mutual TLS, or through a proxy by a token. */
public final class GrpcController implements Controller {

    /** One call; what it throws besides a failed call is for the caller of the port. */
    private interface Call<T> {
        T with(AgentControlBlockingStub stub) throws IOException, PollAnswer.Unreadable, CertificateException;
    }

    private final CurrentChannel current;
    private final CallDeadlines deadlines;
    private volatile Credentials credentials;

    public GrpcController(Credentials credentials, CallDeadlines deadlines) {
        this.deadlines = deadlines;
        this.credentials = credentials;
        this.current = new CurrentChannel(credentials, deadlines.connect());
    }

    @Override
    public Answer<PollReply> poll(PollQuestion question, Drafts drafts) throws IOException {
        var request = PollRequest.newBuilder()
                .setStoredVersion(question.stored().version())
                .setStoredHash(ByteString.copyFrom(question.stored().hash().toBytes()))
                .setWaitMillis((int) question.longest().toMillis())
                .setAgentRun(ByteString.copyFrom(question.run().bytes()))
                .addAllEpochs(question.epochs().stream()
                        .map(epoch -> ByteString.copyFrom(epoch.bytes()))
                        .toList())
                .setTakesCommands(true)
                .addAllHeldCommands(question.commands())
                .build();
        return call(
                question.longest().plus(deadlines.beyondWait()), stub -> PollAnswer.read(stub.poll(request), drafts));
    }

    @Override
    public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
        var request = ReportTrafficRequest.newBuilder()
                .setBatch(ByteString.copyFrom(batch))
                .setNothingKeptFrom(nothingKeptFrom)
                .build();
        return callOnly(deadlines.report(), stub -> {
            var cursor = stub.reportTraffic(request).getCursor();
            return new Cursor(Epoch.of(cursor.getEpoch().toByteArray()), cursor.getSequence());
        });
    }

    @Override
    public Answer<Instant> reportStatus(StatusReport report) {
        var request = StatusMessage.of(report);
        return callOnly(
                deadlines.report(),
                stub -> Instant.ofEpochMilli(stub.reportStatus(request).getControllerTimeMillis()));
    }

    @Override
    public Answer<Boolean> complete(String command, CommandWord word) {
        var request = CommandMessages.word(command, word);
        return callOnly(
                deadlines.report(), stub -> stub.completeCommand(request).getMayBegin());
    }

    @Override
    public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
        var request = RenewRequest.newBuilder()
                .setCertificateRequest(ByteString.copyFrom(certificateRequest))
                .build();
        return callOnly(
                deadlines.identity(),
                stub -> Certificates.chainFromDer(stub.renew(request).getCertificateChainList().stream()
                        .map(ByteString::toByteArray)
                        .toList()));
    }

    @Override
    public Answer<Boolean> rotateToken(byte[] tokenHash) {
        var request = RotateTokenRequest.newBuilder()
                .setTokenHash(ByteString.copyFrom(tokenHash))
                .build();
        return callOnly(deadlines.identity(), stub -> stub.rotateToken(request).isInitialized());
    }

    @Override
    public void use(Credentials next) {
        credentials = next;
        current.use(next);
    }

    @Override
    public void close() {
        current.close();
    }

    private <T> Answer<T> callOnly(Duration deadline, Call<T> call) {
        try {
            return call(deadline, call);
        } catch (IOException impossible) {
            throw new IllegalStateException("only a snapshot is written to disk", impossible);
        }
    }

    private <T> Answer<T> call(Duration deadline, Call<T> call) throws IOException {
        var channel = current.get();
        if (channel.isEmpty()) {
            return new Answer.Away<>("this agent has closed its connections", Duration.ZERO);
        }
        return call(channel.get(), deadline, call);
    }

    private <T> Answer<T> call(ManagedChannel channel, Duration deadline, Call<T> call) throws IOException {
        try {
            var stub = AgentControlGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer.Answered<>(call.with(stub));
        } catch (StatusRuntimeException failure) {
            if (Failures.isOfThisController(failure)) {
                current.failed(channel);
            }
            return Failures.answer(failure, credentials);
        } catch (PollAnswer.Unreadable | CertificateException | IllegalArgumentException e) {
            return new Answer.Away<>("the controller's answer makes no sense: " + e.getMessage(), Duration.ZERO);
        }
    }
}
