package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.fleet.AgentEndpoints;
import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.Joining;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.ProxiedEndpoints;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.fleet.TokenJoining;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.CredentialUse;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;
import io.fleetgram.wire.agent.v1.CompleteCommandResponse;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.RenewRequest;
import io.fleetgram.wire.agent.v1.RenewResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.ReportStatusResponse;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.ReportTrafficResponse;
import io.fleetgram.wire.agent.v1.RotateTokenRequest;
import io.fleetgram.wire.agent.v1.RotateTokenResponse;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agent protocol: from messages to use cases and back. Who may call what was decided before by {@link CallGate}. */
final class AgentControlEndpoint extends AgentControlGrpc.AgentControlImplBase {

    private static final Logger LOG = LoggerFactory.getLogger(AgentControlEndpoint.class);

    private static final int LONGEST_TOKEN = 64;
    /** 5,000 rows of at most about 80 bytes, and room to grow. */
    private static final int LARGEST_BATCH = 1_000_000;

    private final Joining joining;
    private final TokenJoining tokenJoining;
    private final AgentEndpoints endpoints;
    private final ProxiedEndpoints proxied;
    private final PollCall polls;
    private final StatusReports statuses;
    private final BatchReceiver batches;
    private final CredentialUse credentialUse;
    private final DesiredState desiredState;
    private final CommandDelivery commands;
    private final InstantSource time;

    AgentControlEndpoint(
            Joining joining,
            TokenJoining tokenJoining,
            AgentEndpoints endpoints,
            ProxiedEndpoints proxied,
            PollCall polls,
            StatusReports statuses,
            BatchReceiver batches,
            CredentialUse credentialUse,
            DesiredState desiredState,
            CommandDelivery commands,
            InstantSource time) {
        this.joining = joining;
        this.tokenJoining = tokenJoining;
        this.endpoints = endpoints;
        this.proxied = proxied;
        this.polls = polls;
        this.statuses = statuses;
        this.batches = batches;
        this.credentialUse = credentialUse;
        this.desiredState = desiredState;
        this.commands = commands;
        this.time = time;
    }

    @Override
    public void enroll(EnrollRequest request, StreamObserver<EnrollResponse> out) {
        answer(out, () -> {
            var token = Checked.text("join_token", request.getJoinToken(), LONGEST_TOKEN);
            var response = EnrollResponse.newBuilder();
            var node = switch (CallGate.DOOR.get()) {
                case CERTIFICATE -> {
                    var issued = issued(joining.enroll(token, csr(request.getCertificateRequest())));
                    response.addAllCertificateChain(chain(issued.chain()))
                            .addAllControllerEndpoints(endpoints.addresses());
                    yield issued.node();
                }
                case TOKEN -> {
                    var taken = taken(tokenJoining.enroll(token, hash(request.getTokenHash())));
                    response.addAllCertificateChain(chain(List.of(taken.authority())))
                            .addAllControllerEndpoints(proxied.addresses());
                    yield taken.node();
                }
            };
            LOG.info("Node {} ({}) was given a {}.", node.name(), node.key(), CallGate.DOOR.get());
            return response.setNodeKey(node.key().text())
                    .setNodeName(node.name())
                    .build();
        });
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewResponse> out) {
        answer(out, () -> {
            var caller = Caller.CURRENT.get();
            var csr = csr(request.getCertificateRequest());
            var issued = issued(
                    desiredState.change(touched -> joining.renew(new NodeKey(caller.node()), caller.serial(), csr)));
            return RenewResponse.newBuilder()
                    .addAllCertificateChain(chain(issued.chain()))
                    .build();
        });
    }

    @Override
    public void rotateToken(RotateTokenRequest request, StreamObserver<RotateTokenResponse> out) {
        answer(out, () -> {
            var node = new NodeKey(Caller.CURRENT.get().node());
            var taken = taken(tokenJoining.rotate(node, hash(request.getTokenHash())));
            LOG.info("Node {} ({}) has added its next token.", taken.node().name(), node);
            return RotateTokenResponse.getDefaultInstance();
        });
    }

    @Override
    public void poll(PollRequest request, StreamObserver<PollResponse> out) {
        polls.serve(request, (ServerCallStreamObserver<PollResponse>) out);
    }

    @Override
    public void reportTraffic(ReportTrafficRequest request, StreamObserver<ReportTrafficResponse> out) {
        answer(out, () -> {
            var batch = Checked.atMost("batch", request.getBatch(), LARGEST_BATCH);
            var position = batches.receive(Caller.CURRENT.get().node(), batch, request.getNothingKeptFrom());
            return ReportTrafficResponse.newBuilder()
                    .setCursor(PollMessages.cursor(position))
                    .build();
        });
    }

    @Override
    public void reportStatus(ReportStatusRequest request, StreamObserver<ReportStatusResponse> out) {
        answer(out, () -> {
            var caller = Caller.CURRENT.get();
            var report = StatusMessages.report(caller.node(), request, time.instant());
            credentialUse.note(caller.node(), caller.serial());
            statuses.take(report);
            return ReportStatusResponse.newBuilder()
                    .setControllerTimeMillis(time.millis())
                    .build();
        });
    }

    @Override
    public void completeCommand(CompleteCommandRequest request, StreamObserver<CompleteCommandResponse> out) {
        answer(out, () -> {
            var node = new NodeKey(Caller.CURRENT.get().node());
            boolean may = commands.take(node, CommandMessages.key(request), CommandMessages.word(request));
            return CompleteCommandResponse.newBuilder().setMayBegin(may).build();
        });
    }

    private static byte[] csr(ByteString request) {
        return Checked.atMost("certificate_request", request, CertificateRequest.LONGEST);
    }

    private static Joining.Outcome.Issued issued(Joining.Outcome outcome) {
        return switch (outcome) {
            case Joining.Outcome.Issued issued -> issued;
            case Joining.Outcome.TokenRefused refused ->
                throw new CallRefused(AgentError.JOIN_TOKEN_REFUSED, refused.why());
            case Joining.Outcome.RequestRefused refused ->
                throw new CallRefused(AgentError.INVALID_REQUEST, refused.why());
            case Joining.Outcome.CertificateRevoked revoked ->
                throw new CallRefused(AgentError.CERTIFICATE_REVOKED, revoked.why());
            case Joining.Outcome.NodeGone gone -> throw new CallRefused(AgentError.NODE_REMOVED, gone.why());
        };
    }

    private static byte[] hash(ByteString hash) {
        return Checked.bytes("token_hash", hash, NodeToken.HASH_BYTES);
    }

    private static TokenJoining.Outcome.Taken taken(TokenJoining.Outcome outcome) {
        return switch (outcome) {
            case TokenJoining.Outcome.Taken taken -> taken;
            case TokenJoining.Outcome.JoinTokenRefused refused ->
                throw new CallRefused(AgentError.JOIN_TOKEN_REFUSED, refused.why());
            case TokenJoining.Outcome.TokenRefused refused ->
                throw new CallRefused(AgentError.INVALID_REQUEST, refused.why());
        };
    }

    private static List<ByteString> chain(List<X509Certificate> chain) {
        return chain.stream().map(Certificates::toDer).map(ByteString::copyFrom).toList();
    }

    private static <A> void answer(StreamObserver<A> out, Supplier<A> work) {
        var trace = CallGate.TRACE.get();
        A answer;
        try {
            answer = Trace.under(trace, work);
        } catch (RuntimeException e) {
            out.onError(Failures.of(e, trace));
            return;
        }
        out.onNext(answer);
        out.onCompleted();
    }
}
