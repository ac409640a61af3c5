package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.RotateTokenRequest;
import io.fleetgram.wire.agent.v1.RotateTokenResponse;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Speaks as a proxy hands an agent's calls on: in plain text, with a token in every call. */
final class TokenAgent implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final NodeToken token;
    private final ManagedChannel channel;

    TokenAgent(TestController controller, NodeToken token) {
        this.token = token;
        var headers = new Metadata();
        headers.put(TokenCallers.AUTHORIZATION, "Bearer " + token.secret());
        this.channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", controller.get(ProxiedAgentServer.class).port())
                .usePlaintext()
                .intercept(MetadataUtils.newAttachHeadersInterceptor(headers))
                .build();
    }

    static TokenAgent withNewToken(TestController controller) {
        return new TokenAgent(controller, NodeToken.random(RANDOM));
    }

    static TokenAgent joined(TestController controller, String joinToken) {
        var agent = withNewToken(controller);
        agent.enroll(joinToken);
        return agent;
    }

    /** The same token at another controller. */
    TokenAgent at(TestController other) {
        return new TokenAgent(other, token);
    }

    NodeToken token() {
        return token;
    }

    AgentControlGrpc.AgentControlBlockingStub call() {
        return AgentControlGrpc.newBlockingStub(channel).withDeadlineAfter(60, TimeUnit.SECONDS);
    }

    EnrollResponse enroll(String joinToken) {
        return call().enroll(EnrollRequest.newBuilder()
                .setJoinToken(joinToken)
                .setTokenHash(ByteString.copyFrom(token.hash()))
                .build());
    }

    RotateTokenResponse rotate(NodeToken next) {
        return call().rotateToken(RotateTokenRequest.newBuilder()
                .setTokenHash(ByteString.copyFrom(next.hash()))
                .build());
    }

    List<PollResponse> poll(long version, StateHash hash, Duration wait) {
        var answers = new ArrayList<PollResponse>();
        call().poll(PollRequest.newBuilder()
                        .setStoredVersion(version)
                        .setStoredHash(version == 0 ? ByteString.EMPTY : ByteString.copyFrom(hash.toBytes()))
                        .setWaitMillis((int) wait.toMillis())
                        .setAgentRun(ByteString.copyFrom(new byte[16]))
                        .build())
                .forEachRemaining(answers::add);
        return answers;
    }

    Object report() {
        return call().reportStatus(ReportStatusRequest.newBuilder()
                .setAgentRun(ByteString.copyFrom(new byte[16]))
                .setAppliedVersion(1)
                .setCore(CoreStatus.newBuilder().setState(CoreStatus.State.RUNNING))
                .build());
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
