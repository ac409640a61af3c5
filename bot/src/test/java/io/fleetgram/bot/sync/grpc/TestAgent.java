package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.ControllerName;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.Command;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.RenewRequest;
import io.fleetgram.wire.agent.v1.RenewResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/** The least that speaks the agent protocol: real TLS, real messages, nothing on disk. */
public final class TestAgent implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyPair keys;
    private final Optional<X509Certificate> certificate;
    private final ManagedChannel channel;
    private final ByteString run;

    private TestAgent(
            TestController controller, KeyPair keys, Optional<X509Certificate> certificate, Metadata headers) {
        this.keys = keys;
        this.certificate = certificate;
        this.channel = channel(controller, keys, certificate, headers);
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        this.run = ByteString.copyFrom(bytes);
    }

    public static TestAgent withoutCertificate(TestController controller, KeyPair keys) {
        return new TestAgent(controller, keys, Optional.empty(), new Metadata());
    }

    public static TestAgent with(TestController controller, KeyPair keys, X509Certificate certificate) {
        return new TestAgent(controller, keys, Optional.of(certificate), new Metadata());
    }

    /** Shows a token where certificates are asked for. */
    static TestAgent withToken(TestController controller, NodeToken token) {
        var headers = new Metadata();
        headers.put(TokenCallers.AUTHORIZATION, "Bearer " + token.secret());
        return new TestAgent(controller, KeyPairs.generate(RANDOM), Optional.empty(), headers);
    }

    /** Enrolls with a token and comes back with the certificate. */
    public static TestAgent joined(TestController controller, String token) {
        var keys = KeyPairs.generate(RANDOM);
        try (var stranger = withoutCertificate(controller, keys)) {
            return with(controller, keys, leaf(stranger.enroll(token)));
        }
    }

    /** The same identity at another controller. */
    TestAgent at(TestController other) {
        return new TestAgent(other, keys, certificate, new Metadata());
    }

    /** The same identity in another run, like a clone of the machine. */
    TestAgent cloned(TestController controller) {
        return at(controller);
    }

    static X509Certificate leaf(EnrollResponse response) {
        return certificate(response.getCertificateChain(0));
    }

    public static X509Certificate certificate(ByteString der) {
        try {
            return Certificates.fromDer(der.toByteArray());
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }

    static String codeOf(StatusRuntimeException failure) {
        return failure.getTrailers().get(Failures.CODE);
    }

    public KeyPair keys() {
        return keys;
    }

    public Optional<X509Certificate> certificate() {
        return certificate;
    }

    public AgentControlGrpc.AgentControlBlockingStub call() {
        return AgentControlGrpc.newBlockingStub(channel).withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    EnrollResponse enroll(String token) {
        return call().enroll(enrollment(token));
    }

    EnrollRequest enrollment(String token) {
        return EnrollRequest.newBuilder()
                .setJoinToken(token)
                .setCertificateRequest(request())
                .build();
    }

    public RenewResponse renew() {
        return call().renew(RenewRequest.newBuilder()
                .setCertificateRequest(request())
                .build());
    }

    List<PollResponse> poll(long version, StateHash hash, Duration wait) {
        var answers = new ArrayList<PollResponse>();
        call().poll(PollRequest.newBuilder()
                        .setStoredVersion(version)
                        .setStoredHash(version == 0 ? ByteString.EMPTY : ByteString.copyFrom(hash.toBytes()))
                        .setWaitMillis((int) wait.toMillis())
                        .setAgentRun(run)
                        .build())
                .forEachRemaining(answers::add);
        return answers;
    }

    /** Returns a poll that asks for everything. */
    PollRequest question() {
        return PollRequest.newBuilder().setAgentRun(run).build();
    }

    /** Asks for everything, and how far a run of the meter has come. */
    List<PollResponse> pollWithAnEpoch() {
        var answers = new ArrayList<PollResponse>();
        call().poll(PollRequest.newBuilder().setAgentRun(run).addEpochs(run).build())
                .forEachRemaining(answers::add);
        return answers;
    }

    /** What an agent holds that is up to date. */
    record Settled(long version, StateHash hash) {}

    /** Takes a snapshot and forgets its entries. */
    Settled settled() {
        var answers = poll(0, StateHash.EMPTY, Duration.ZERO);
        return new Settled(
                answers.getFirst().getSnapshotStart().getVersion(),
                StateHash.fromBytes(answers.getLast().getSnapshotEnd().getHash().toByteArray()));
    }

    /** Polls as an agent that takes commands and holds these already. */
    List<Command> pollForCommands(Settled settled, Duration wait, Set<String> held) {
        var answers = new ArrayList<PollResponse>();
        AgentControlGrpc.newBlockingStub(channel)
                .withDeadlineAfter(90, TimeUnit.SECONDS)
                .poll(PollRequest.newBuilder()
                        .setStoredVersion(settled.version())
                        .setStoredHash(ByteString.copyFrom(settled.hash().toBytes()))
                        .setWaitMillis((int) wait.toMillis())
                        .setAgentRun(run)
                        .setTakesCommands(true)
                        .addAllHeldCommands(held)
                        .build())
                .forEachRemaining(answers::add);
        return answers.getFirst().getExtras().getCommandsList();
    }

    boolean complete(CommandKey command, CompleteCommandRequest.State state) {
        return complete(CompleteCommandRequest.newBuilder()
                .setId(command.text())
                .setState(state)
                .build());
    }

    boolean complete(CompleteCommandRequest request) {
        return call().completeCommand(request).getMayBegin();
    }

    void report(CoreStatus.State state) {
        call().reportStatus(status(state).build());
    }

    public ReportStatusRequest.Builder status(CoreStatus.State state) {
        return ReportStatusRequest.newBuilder()
                .setAgentRun(run)
                .setAppliedVersion(1)
                .setCore(CoreStatus.newBuilder()
                        .setState(state)
                        .setKind("simulated")
                        .setVersion("1"));
    }

    private ByteString request() {
        return ByteString.copyFrom(CertificateRequest.create(keys, "whatever"));
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    private static ManagedChannel channel(
            TestController controller, KeyPair keys, Optional<X509Certificate> certificate, Metadata headers) {
        var authority = controller.get(Authority.class).get().certificate();
        try {
            var tls = GrpcSslContexts.forClient().trustManager(authority).protocols("TLSv1.3");
            certificate.ifPresent(own -> tls.keyManager(keys.getPrivate(), own));
            return NettyChannelBuilder.forAddress(
                            "127.0.0.1", controller.get(AgentServer.class).port())
                    .overrideAuthority(ControllerName.DNS)
                    .sslContext(tls.build())
                    .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                    .build();
        } catch (SSLException e) {
            throw new AssertionError(e);
        }
    }
}
