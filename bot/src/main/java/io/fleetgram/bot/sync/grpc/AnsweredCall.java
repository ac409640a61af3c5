package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.sync.AgentError;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.util.Optional;

/** Ends every call with its trace id, and a removal that goes through a proxy with the authority's word on it. */
final class AnsweredCall<Q, A> extends SimpleForwardingServerCall<Q, A> {

    static final Metadata.Key<byte[]> REMOVAL =
            Metadata.Key.of("fleetgram-removal-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private final TraceId trace;
    private final Optional<Caller> caller;
    private final RemovalWord removals;

    AnsweredCall(ServerCall<Q, A> call, TraceId trace, Optional<Caller> caller, RemovalWord removals) {
        super(call);
        this.trace = trace;
        this.caller = caller;
        this.removals = removals;
    }

    @Override
    public void close(Status status, Metadata trailers) {
        trailers.discardAll(Failures.TRACE);
        trailers.put(Failures.TRACE, trace.text());
        if (AgentError.NODE_REMOVED.name().equals(trailers.get(Failures.CODE))) {
            caller.filter(one -> one.kind() == CredentialKind.TOKEN)
                    .ifPresent(one -> trailers.put(REMOVAL, removals.on(one.node())));
        }
        super.close(status, trailers);
    }
}
