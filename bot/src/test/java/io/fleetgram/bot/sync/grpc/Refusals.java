package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ThrowingRunnable;

/** Calls of an agent, and how they are refused. */
final class Refusals {

    private Refusals() {}

    static long report(TestAgent agent, long sequence) {
        var batch = TrafficBatch.newBuilder()
                .setEpoch(ByteString.copyFrom(new byte[16]))
                .setSequence(sequence)
                .build();
        return agent.call()
                .reportTraffic(ReportTrafficRequest.newBuilder()
                        .setBatch(batch.toByteString())
                        .build())
                .getCursor()
                .getSequence();
    }

    static String codeOf(Future<?> call) throws Exception {
        var failure = catchThrowableOfType(ExecutionException.class, () -> call.get(10, TimeUnit.SECONDS));
        return TestAgent.codeOf((StatusRuntimeException) failure.getCause());
    }

    /** Another controller, or this one's tailer, may need a moment to hear of it. */
    static void eventually(String code, Callable<?> call) {
        settled(() -> refused(code, call));
    }

    static void settled(ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    static StatusRuntimeException refused(String code, Callable<?> call) {
        var failure = catchThrowableOfType(StatusRuntimeException.class, call::call);
        assertThat(failure).as("refused with " + code).isNotNull();
        assertThat(TestAgent.codeOf(failure)).isEqualTo(code);
        return failure;
    }
}
