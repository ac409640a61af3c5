package io.fleetgram.agent.rehearsal.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.Delta;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.ReportStatusResponse;
import io.fleetgram.wire.agent.v1.SnapshotEnd;
import io.fleetgram.wire.agent.v1.SnapshotPart;
import io.fleetgram.wire.agent.v1.SnapshotStart;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A controller for one agent and one moment: a snapshot, a delta, and then silence. */
final class StageController extends AgentControlGrpc.AgentControlImplBase {

    private static final long SNAPSHOT = 1;
    private static final long DELTA = 2;

    private final List<Entry> first;
    private final Entry second;
    private final InstantSource time;
    private final CountDownLatch applied = new CountDownLatch(1);

    /** The second comes after the first ones were taken in. */
    StageController(List<Entry> first, Entry second, InstantSource time) {
        this.first = first;
        this.second = second;
        this.time = time;
    }

    boolean awaitApplied(Duration atMost) throws InterruptedException {
        return applied.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void poll(PollRequest request, StreamObserver<PollResponse> to) {
        if (request.getStoredVersion() < SNAPSHOT) {
            to.onNext(PollResponse.newBuilder()
                    .setSnapshotStart(
                            SnapshotStart.newBuilder().setVersion(SNAPSHOT).setEntries(first.size()))
                    .setExtras(extras())
                    .build());
            to.onNext(PollResponse.newBuilder()
                    .setSnapshotPart(SnapshotPart.newBuilder().addAllPut(first))
                    .build());
            to.onNext(PollResponse.newBuilder()
                    .setSnapshotEnd(SnapshotEnd.newBuilder().setHash(hash(first)))
                    .build());
            to.onCompleted();
        } else if (request.getStoredVersion() < DELTA) {
            var all = new ArrayList<>(first);
            all.add(second);
            to.onNext(PollResponse.newBuilder()
                    .setDelta(Delta.newBuilder()
                            .setVersion(DELTA)
                            .setHash(hash(all))
                            .addPut(second))
                    .setExtras(extras())
                    .build());
            to.onCompleted();
        }
    }

    @Override
    public void reportStatus(ReportStatusRequest request, StreamObserver<ReportStatusResponse> to) {
        if (request.getAppliedVersion() == DELTA) {
            applied.countDown();
        }
        to.onNext(ReportStatusResponse.newBuilder()
                .setControllerTimeMillis(time.millis())
                .build());
        to.onCompleted();
    }

    private PollExtras extras() {
        return PollExtras.newBuilder().setControllerTimeMillis(time.millis()).build();
    }

    private static ByteString hash(List<Entry> entries) {
        var hash = entries.stream()
                .map(entry -> EntryDigest.of(entry.getKey(), entry.getBody().toByteArray()))
                .reduce(StateHash.EMPTY, StateHash::plus);
        return ByteString.copyFrom(hash.toBytes());
    }
}
