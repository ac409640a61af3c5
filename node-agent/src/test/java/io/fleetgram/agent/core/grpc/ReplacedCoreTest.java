package io.fleetgram.agent.core.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.wire.core.stats.QueryStatsRequest;
import io.fleetgram.wire.core.stats.QueryStatsResponse;
import io.fleetgram.wire.core.stats.Stat;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.fleetgram.wire.core.stats.SysStatsResponse;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reading counts only if the core was the same process before and after it. */
class ReplacedCoreTest {

    private final AtomicLong startTicks = new AtomicLong(1);
    private boolean replacedWhileItAnswers;
    private Server api;
    private GrpcCore core;

    @BeforeEach
    void start() throws IOException {
        api = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(new Stats())
                .build()
                .start();
        var program = new CoreProgram(Path.of("xray"), Dialect.XRAY, "26.1.1");
        core = new GrpcCore(
                program,
                () -> Optional.of(new CoreRun(identity(), program, api.getPort())),
                () -> new CoreStatus.Stopped("nobody asks"),
                ApiDeadlines.DEFAULT);
    }

    @AfterEach
    void stop() {
        core.close();
        api.shutdownNow();
    }

    @Test
    void a_reading_of_one_run_counts() {
        assertThat(core.readCounters())
                .isEqualTo(new CounterReading.Read(
                        identity(), Map.of("alice.in1", new Traffic(7, 0)), Map.of(), Map.of()));
    }

    @Test
    void a_reading_during_which_the_core_was_replaced_does_not() {
        replacedWhileItAnswers = true;
        assertThat(core.readCounters()).isInstanceOf(CounterReading.Unreadable.class);
    }

    private CoreIdentity identity() {
        return new CoreIdentity("boot", 4711, startTicks.get());
    }

    private final class Stats extends StatsServiceGrpc.StatsServiceImplBase {

        @Override
        public void getSysStats(SysStatsRequest request, StreamObserver<SysStatsResponse> to) {
            to.onNext(SysStatsResponse.getDefaultInstance());
            to.onCompleted();
        }

        @Override
        public void queryStats(QueryStatsRequest request, StreamObserver<QueryStatsResponse> to) {
            if (replacedWhileItAnswers) {
                startTicks.incrementAndGet();
            }
            to.onNext(QueryStatsResponse.newBuilder()
                    .addStat(Stat.newBuilder()
                            .setName("user>>>alice.in1>>>traffic>>>uplink")
                            .setValue(7))
                    .build());
            to.onCompleted();
        }
    }
}
