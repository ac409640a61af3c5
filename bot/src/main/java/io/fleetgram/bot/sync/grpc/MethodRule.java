package io.fleetgram.bot.sync.grpc;

import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.grpc.MethodDescriptor;
import java.util.Map;
import java.util.Optional;

/** Who may call a method. */
enum MethodRule {
    /** Anyone: what counts is in the request. */
    ANYONE,
    /** A node with a certificate, also an expired one. */
    NODE_EXPIRED_TOO,
    /** A node with a token. */
    NODE_WITH_TOKEN,
    /** A node, and for a while after its removal. */
    NODE_REMOVED_TOO,
    NODE;

    private static final Map<String, MethodRule> RULES = Map.of(
            AgentControlGrpc.getEnrollMethod().getFullMethodName(), ANYONE,
            AgentControlGrpc.getPollMethod().getFullMethodName(), NODE,
            AgentControlGrpc.getReportTrafficMethod().getFullMethodName(), NODE_REMOVED_TOO,
            AgentControlGrpc.getReportStatusMethod().getFullMethodName(), NODE,
            AgentControlGrpc.getRenewMethod().getFullMethodName(), NODE_EXPIRED_TOO,
            AgentControlGrpc.getRotateTokenMethod().getFullMethodName(), NODE_WITH_TOKEN,
            AgentControlGrpc.getCompleteCommandMethod().getFullMethodName(), NODE);

    /** Returns empty for a method that nobody thought of, which then nobody may call. */
    static Optional<MethodRule> of(MethodDescriptor<?, ?> method) {
        return Optional.ofNullable(RULES.get(method.getFullMethodName()));
    }
}
