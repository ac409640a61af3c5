package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Optional;

/** The one door of a port: gives each call a trace id, finds out who calls, and lets in whom the method's rule lets in. */
final class CallGate implements ServerInterceptor {

    /** The trace id of the current call. */
    static final Context.Key<TraceId> TRACE = Context.key("trace");
    /** What whoever comes through this door proves itself with. */
    static final Context.Key<CredentialKind> DOOR = Context.key("door");

    private final CredentialKind door;
    private final Callers callers;
    private final Admission admission;
    private final RemovalWord removals;
    private final RandomKeys random;

    CallGate(CredentialKind door, Callers callers, Admission admission, RemovalWord removals, RandomKeys random) {
        this.door = door;
        this.callers = callers;
        this.admission = admission;
        this.removals = removals;
        this.random = random;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var trace = new TraceId(random.key());
        var caller = Optional.<Caller>empty();
        try {
            var rule = MethodRule.of(call.getMethodDescriptor())
                    .orElseThrow(() -> new CallRefused(AgentError.INVALID_REQUEST, "nobody may call this method"));
            caller = callers.of(call, headers);
            admission.check(rule, caller);
        } catch (RuntimeException e) {
            var failure = Failures.of(e, trace);
            var trailers = failure.getTrailers();
            new AnsweredCall<>(call, trace, caller, removals)
                    .close(failure.getStatus(), trailers == null ? new Metadata() : trailers);
            return new ServerCall.Listener<>() {};
        }
        var context = Context.current().withValue(TRACE, trace).withValue(DOOR, door);
        return Contexts.interceptCall(
                caller.map(one -> context.withValue(Caller.CURRENT, one)).orElse(context),
                new AnsweredCall<>(call, trace, caller, removals),
                headers,
                next);
    }
}
