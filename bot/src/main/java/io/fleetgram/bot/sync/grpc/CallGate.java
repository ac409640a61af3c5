package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;

/** The one door for calls: gives each a trace id, finds out who calls, and lets in whom the method's rule lets in. */
final class CallGate implements ServerInterceptor {

    /** The trace id of the current call. */
    static final Context.Key<TraceId> TRACE = Context.key("trace");

    private final Admission admission;
    private final RandomKeys random;

    CallGate(Admission admission, RandomKeys random) {
        this.admission = admission;
        this.random = random;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var trace = new TraceId(random.key());
        try {
            var rule = MethodRule.of(call.getMethodDescriptor())
                    .orElseThrow(() -> new CallRefused(AgentError.INVALID_REQUEST, "nobody may call this method"));
            var caller = caller(call);
            admission.check(rule, caller);
            var context = Context.current().withValue(TRACE, trace);
            return Contexts.interceptCall(
                    caller.map(one -> context.withValue(Caller.CURRENT, one)).orElse(context), call, headers, next);
        } catch (RuntimeException e) {
            var failure = Failures.of(e, trace);
            var trailers = failure.getTrailers();
            call.close(failure.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
    }

    private static Optional<Caller> caller(ServerCall<?, ?> call) {
        var session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Caller.of((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException withoutCertificate) {
            return Optional.empty();
        }
    }
}
