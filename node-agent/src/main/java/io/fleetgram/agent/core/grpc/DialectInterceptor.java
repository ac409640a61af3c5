package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.Dialect;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/**
 * Sends calls that were generated with Xray's service names under the names of another dialect.
 *
 * <p>The two agree in every message and field number that the agent uses.
 */
record DialectInterceptor(Dialect dialect) implements ClientInterceptor {

    @Override
    public <Q, R> ClientCall<Q, R> interceptCall(MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
        return next.newCall(translated(method), options);
    }

    private <Q, R> MethodDescriptor<Q, R> translated(MethodDescriptor<Q, R> method) {
        String name = method.getFullMethodName();
        return method.toBuilder()
                .setFullMethodName(
                        dialect.prefix() + name.substring(Dialect.XRAY.prefix().length()))
                .build();
    }
}
