package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.grpc.Status;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Z9: failures are one closed list; and every method has its rule. */
class ProtocolTest {

    private static final TraceId TRACE = new TraceId("abcdefghjkmn");

    @Test
    void every_method_of_the_protocol_has_a_rule() {
        assertThat(AgentControlGrpc.getServiceDescriptor().getMethods())
                .hasSize(7)
                .allSatisfy(method -> assertThat(MethodRule.of(method))
                        .as(method.getFullMethodName())
                        .isPresent());
    }

    @Test
    void the_errors_are_those_of_the_protocol() {
        var codes = Arrays.stream(ErrorCode.values())
                .filter(code -> code != ErrorCode.UNRECOGNIZED && code != ErrorCode.ERROR_CODE_UNSPECIFIED)
                .map(Enum::name);
        assertThat(Arrays.stream(AgentError.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(codes.toList());
    }

    @ParameterizedTest
    @EnumSource(AgentError.class)
    void a_refusal_carries_its_code_its_sentence_and_the_trace(AgentError error) {
        var failure = Failures.of(new CallRefused(error, "why", Optional.of(Duration.ofSeconds(2))), TRACE);

        assertThat(failure.getStatus().getDescription()).isEqualTo("why");
        assertThat(failure.getTrailers().get(Failures.CODE)).isEqualTo(error.name());
        assertThat(failure.getTrailers().get(Failures.TRACE)).isEqualTo(TRACE.text());
        assertThat(failure.getTrailers().get(Failures.RETRY_AFTER)).isEqualTo("2000");
    }

    @Test
    void a_database_that_is_away_is_unavailable_and_anything_else_our_fault_without_details() {
        assertThat(Failures.of(new CannotCreateTransactionException("gone"), TRACE)
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.UNAVAILABLE);
        assertThat(Failures.of(new CannotAcquireLockException("busy"), TRACE)
                        .getStatus()
                        .getCode())
                .isEqualTo(Status.Code.UNAVAILABLE);
        var fault = Failures.of(new IllegalStateException("secret detail"), TRACE);
        assertThat(fault.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
        assertThat(fault.getStatus().getDescription()).doesNotContain("secret");
    }
}
