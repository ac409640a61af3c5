package io.fleetgram.agent.controller.grpc;

import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.Context;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Lets nobody without a certificate do anything but enroll, and no call in that has no deadline. */
final class OurNodesOnly implements ServerInterceptor {

    @Override
    public <A, B> ServerCall.Listener<A> interceptCall(
            ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
        if (Context.current().getDeadline() == null) {
            call.close(Status.INVALID_ARGUMENT.withDescription("every call has a deadline"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        boolean enrolling = call.getMethodDescriptor().getFullMethodName().endsWith("/Enroll");
        if (!enrolling && !showsCertificate(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION))) {
            var trailers = new Metadata();
            trailers.put(Failures.CODE, ErrorCode.UNAUTHENTICATED.name());
            call.close(Status.UNAUTHENTICATED, trailers);
            return new ServerCall.Listener<>() {};
        }
        return next.startCall(call, headers);
    }

    private static boolean showsCertificate(@Nullable SSLSession session) {
        try {
            return session != null && session.getPeerCertificates().length > 0;
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }
}
