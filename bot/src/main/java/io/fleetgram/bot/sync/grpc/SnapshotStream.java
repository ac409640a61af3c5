package io.fleetgram.bot.sync.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.app.Snapshot;
import io.fleetgram.bot.sync.app.Watch;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.SnapshotEnd;
import io.fleetgram.wire.agent.v1.SnapshotPart;
import io.fleetgram.wire.agent.v1.SnapshotStart;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;

/** Sends a snapshot in parts, none before the connection takes it. */
final class SnapshotStream {

    /** Bytes of entries in one part; small beside the 4 MiB that a gRPC client takes by default. */
    private static final int PART_BYTES = 256 * 1024;
    /** An agent that takes nothing for this long gives its place free. */
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final ServerCallStreamObserver<PollResponse> out;
    private final Watch watch;

    SnapshotStream(ServerCallStreamObserver<PollResponse> out, Watch watch) {
        this.out = out;
        this.watch = watch;
    }

    void send(Snapshot snapshot, PollExtras extras) throws InterruptedException {
        out.onNext(PollResponse.newBuilder()
                .setSnapshotStart(SnapshotStart.newBuilder()
                        .setVersion(snapshot.version())
                        .setEntries(snapshot.entries().size()))
                .setExtras(extras)
                .build());
        var part = SnapshotPart.newBuilder();
        int bytes = 0;
        for (var entry : snapshot.entries()) {
            part.addPut(PollMessages.entry(entry));
            bytes += entry.body().length;
            if (bytes >= PART_BYTES) {
                send(part);
                part = SnapshotPart.newBuilder();
                bytes = 0;
            }
        }
        if (part.getPutCount() > 0) {
            send(part);
        }
        awaitReady();
        out.onNext(PollResponse.newBuilder()
                .setSnapshotEnd(SnapshotEnd.newBuilder()
                        .setHash(ByteString.copyFrom(snapshot.hash().toBytes())))
                .build());
    }

    private void send(SnapshotPart.Builder part) throws InterruptedException {
        awaitReady();
        out.onNext(PollResponse.newBuilder().setSnapshotPart(part).build());
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + STALLED.toNanos();
        watch.check();
        while (!out.isReady()) {
            if (System.nanoTime() - end > 0) {
                throw new CallRefused(AgentError.UNAVAILABLE, "the agent took none of its snapshot for " + STALLED);
            }
            watch.await(Duration.ofSeconds(1));
            watch.check();
        }
    }
}
