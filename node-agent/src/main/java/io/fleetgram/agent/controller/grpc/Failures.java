package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.shared.pki.RemovalProof;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Optional;

/** Reads what a failed call says. */
final class Failures {

    static final Metadata.Key<String> CODE = Metadata.Key.of("fleetgram-code", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> TRACE = Metadata.Key.of("fleetgram-trace", Metadata.ASCII_STRING_MARSHALLER);
    static final Metadata.Key<String> RETRY_AFTER =
            Metadata.Key.of("retry-after-millis", Metadata.ASCII_STRING_MARSHALLER);

    static final Metadata.Key<byte[]> REMOVAL =
            Metadata.Key.of("fleetgram-removal-bin", Metadata.BINARY_BYTE_MARSHALLER);

    private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(5);

    private Failures() {}

    /**
     * Turns a failure into an answer.
     *
     * <p>Where the controller itself was verified, what it says of a removal can be believed. A proxy that ends TLS could say
     * it too: behind one the authority's signature is asked for, and without it the controller counts as away.
     */
    static <T> Answer<T> answer(StatusRuntimeException failure, Credentials credentials) {
        var code = code(failure);
        var why = sentence(failure);
        if (code.equals(Optional.of(ErrorCode.NODE_REMOVED))) {
            return isRemoval(failure, credentials)
                    ? new Answer.Removed<>(why)
                    : new Answer.Away<>("not signed by the fleet's authority: " + why, retryAfter(failure));
        }
        if (code.equals(Optional.of(ErrorCode.CERTIFICATE_EXPIRED))) {
            return new Answer.CertificateExpired<>(why);
        }
        return new Answer.Away<>(why, retryAfter(failure));
    }

    private static boolean isRemoval(StatusRuntimeException failure, Credentials credentials) {
        return switch (credentials.proof()) {
            case Proof.ByCertificate verified -> true;
            case Proof.ByToken token ->
                Optional.ofNullable(failure.getTrailers())
                        .flatMap(trailers -> Optional.ofNullable(trailers.get(REMOVAL)))
                        .filter(proof -> RemovalProof.holds(token.authority(), credentials.nodeKey(), proof))
                        .isPresent();
        };
    }

    /** Says whether the next call should go to another controller: nobody answered, or this one cannot serve. */
    static boolean isOfThisController(StatusRuntimeException failure) {
        return failure.getStatus().getCode() == Status.Code.UNAVAILABLE;
    }

    /** Returns the controller's code; empty if it is none of the list, or the controller did not answer at all. */
    static Optional<ErrorCode> code(StatusRuntimeException failure) {
        var name = trailer(failure, CODE);
        for (var code : ErrorCode.values()) {
            if (name.equals(Optional.of(code.name()))) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** Returns one line: code, description, trace id, as far as they are known. */
    static String sentence(StatusRuntimeException failure) {
        var status = failure.getStatus();
        var text =
                new StringBuilder(trailer(failure, CODE).orElse(status.getCode().name()));
        if (status.getDescription() != null) {
            text.append(": ").append(status.getDescription().lines().findFirst().orElse(""));
        }
        if (status.getCause() != null) {
            text.append(" (").append(deepest(status.getCause())).append(')');
        }
        trailer(failure, TRACE)
                .ifPresent(trace -> text.append(" [trace ").append(trace).append(']'));
        return text.toString();
    }

    private static Throwable deepest(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static Duration retryAfter(StatusRuntimeException failure) {
        var text = trailer(failure, RETRY_AFTER).filter(digits -> digits.matches("[0-9]{1,9}"));
        var wait = text.map(Long::parseLong).map(Duration::ofMillis).orElse(Duration.ZERO);
        return wait.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : wait;
    }

    private static Optional<String> trailer(StatusRuntimeException failure, Metadata.Key<String> key) {
        return Optional.ofNullable(failure.getTrailers()).map(trailers -> trailers.get(key));
    }
}
