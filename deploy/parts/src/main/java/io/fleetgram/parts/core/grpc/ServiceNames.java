package io.fleetgram.parts.core.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.MethodDescriptor;

/** Calls Xray's services by the names that another core gives them; the messages are the same on the wire. */
record ServiceNames(String prefix) implements ClientInterceptor {

    private static final String OF_XRAY = "xray.";

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        var name = prefix + method.getFullMethodName().substring(OF_XRAY.length());
        return next.newCall(method.toBuilder().setFullMethodName(name).build(), options);
    }
}
