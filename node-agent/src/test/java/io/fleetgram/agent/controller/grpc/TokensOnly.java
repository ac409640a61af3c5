package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Optional;

/** Lets nobody without one of the node's tokens do anything but enroll. */
record TokensOnly(FakeFleet fleet) implements ServerInterceptor {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        boolean enrolling = call.getMethodDescriptor().getFullMethodName().endsWith("/Enroll");
        boolean known = Optional.ofNullable(headers.get(AUTHORIZATION))
                .flatMap(value -> NodeToken.parse(value.replaceFirst("^Bearer ", "")))
                .filter(token -> fleet.hasNodeToken(token.hash()))
                .isPresent();
        if (!enrolling && !known) {
            var trailers = new Metadata();
            trailers.put(Failures.CODE, ErrorCode.UNAUTHENTICATED.name());
            call.close(Status.UNAUTHENTICATED, trailers);
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }
}
