package io.fleetgram.parts.core.grpc;

import io.fleetgram.parts.core.simulated.Counters;
import io.fleetgram.wire.core.stats.GetStatsRequest;
import io.fleetgram.wire.core.stats.GetStatsResponse;
import io.fleetgram.wire.core.stats.QueryStatsRequest;
import io.fleetgram.wire.core.stats.QueryStatsResponse;
import io.fleetgram.wire.core.stats.Stat;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.fleetgram.wire.core.stats.SysStatsResponse;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads the simulated core's counters, and says for how long it has been running. */
final class StatsEndpoint extends StatsServiceGrpc.StatsServiceImplBase {

    private final Counters counters;
    private final InstantSource time;
    private final Instant start;

    StatsEndpoint(Counters counters, InstantSource time) {
        this.counters = counters;
        this.time = time;
        this.start = time.instant();
    }

    @Override
    public void getStats(GetStatsRequest request, StreamObserver<GetStatsResponse> reply) {
        var value = counters.read(request.getName(), request.getReset());
        if (value.isEmpty()) {
            reply.onError(Status.NOT_FOUND
                    .withDescription(request.getName() + " not found.")
                    .asRuntimeException());
            return;
        }
        reply.onNext(GetStatsResponse.newBuilder()
                .setStat(stat(request.getName(), value.getAsLong()))
                .build());
        reply.onCompleted();
    }

    @Override
    public void queryStats(QueryStatsRequest request, StreamObserver<QueryStatsResponse> reply) {
        var response = QueryStatsResponse.newBuilder();
        counters.matching(request.getPattern(), request.getReset())
                .forEach((name, value) -> response.addStat(stat(name, value)));
        reply.onNext(response.build());
        reply.onCompleted();
    }

    @Override
    public void getSysStats(SysStatsRequest request, StreamObserver<SysStatsResponse> reply) {
        var memory = Runtime.getRuntime();
        reply.onNext(SysStatsResponse.newBuilder()
                .setUptime(
                        Math.toIntExact(Duration.between(start, time.instant()).toSeconds()))
                .setAlloc(memory.totalMemory() - memory.freeMemory())
                .setSys(memory.totalMemory())
                .setNumGoroutine(Thread.activeCount())
                .build());
        reply.onCompleted();
    }

    private static Stat stat(String name, long value) {
        return Stat.newBuilder().setName(name).setValue(value).build();
    }
}
