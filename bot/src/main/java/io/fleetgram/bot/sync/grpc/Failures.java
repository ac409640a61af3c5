package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Turns whatever ends a call into a status, a code of the closed list and a trace id. */
final class Failures {

    static final Metadata.Key<String> CODE = Metadata.Key.of("fleetgram-code", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> TRACE = Metadata.Key.of("fleetgram-trace", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> RETRY_AFTER =
            Metadata.Key.of("retry-after-millis", Metadata.ASCII_STRING_MARSHALLER);

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static StatusRuntimeException of(Throwable failure, TraceId trace) {
        return switch (failure) {
            case CallRefused refused -> {
                LOG.info("Refused with {} (trace {}): {}", refused.error(), trace, refused.getMessage());
                yield exception(refused.error(), String.valueOf(refused.getMessage()), refused.retryAfter(), trace);
            }
            case TransientDataAccessException away -> away(away, trace);
            case NonTransientDataAccessResourceException away -> away(away, trace);
            case RecoverableDataAccessException away -> away(away, trace);
            case TransactionException away -> away(away, trace);
            default -> {
                LOG.error("A call failed (trace {}).", trace, failure);
                yield exception(
                        AgentError.INTERNAL, "the controller failed; its log has the reason", Optional.empty(), trace);
            }
        };
    }

    private static StatusRuntimeException away(Exception failure, TraceId trace) {
        LOG.warn("The database is away (trace {}): {}", trace, failure.toString());
        return exception(
                AgentError.UNAVAILABLE, "the controller's database is away; try again", Optional.empty(), trace);
    }

    private static StatusRuntimeException exception(
            AgentError error, String message, Optional<Duration> retryAfter, TraceId trace) {
        var trailers = new Metadata();
        trailers.put(CODE, code(error).name());
        trailers.put(TRACE, trace.text());
        retryAfter.ifPresent(after -> trailers.put(RETRY_AFTER, String.valueOf(after.toMillis())));
        return status(error).withDescription(message).asRuntimeException(trailers);
    }

    private static ErrorCode code(AgentError error) {
        return switch (error) {
            case INTERNAL -> ErrorCode.INTERNAL;
            case UNAVAILABLE -> ErrorCode.UNAVAILABLE;
            case INVALID_REQUEST -> ErrorCode.INVALID_REQUEST;
            case UNAUTHENTICATED -> ErrorCode.UNAUTHENTICATED;
            case CERTIFICATE_EXPIRED -> ErrorCode.CERTIFICATE_EXPIRED;
            case CERTIFICATE_REVOKED -> ErrorCode.CERTIFICATE_REVOKED;
            case NODE_REMOVED -> ErrorCode.NODE_REMOVED;
            case JOIN_TOKEN_REFUSED -> ErrorCode.JOIN_TOKEN_REFUSED;
            case RATE_LIMITED -> ErrorCode.RATE_LIMITED;
            case POLL_REPLACED -> ErrorCode.POLL_REPLACED;
            case TOKEN_REVOKED -> ErrorCode.TOKEN_REVOKED;
        };
    }

    private static Status status(AgentError error) {
        return switch (error) {
            case INTERNAL -> Status.INTERNAL;
            case UNAVAILABLE -> Status.UNAVAILABLE;
            case INVALID_REQUEST -> Status.INVALID_ARGUMENT;
            case UNAUTHENTICATED, CERTIFICATE_EXPIRED -> Status.UNAUTHENTICATED;
            case CERTIFICATE_REVOKED, TOKEN_REVOKED, JOIN_TOKEN_REFUSED -> Status.PERMISSION_DENIED;
            case NODE_REMOVED -> Status.FAILED_PRECONDITION;
            case RATE_LIMITED -> Status.RESOURCE_EXHAUSTED;
            case POLL_REPLACED -> Status.ABORTED;
        };
    }
}
