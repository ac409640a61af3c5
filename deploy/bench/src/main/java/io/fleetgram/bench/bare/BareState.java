package io.fleetgram.bench.bare;

import com.google.protobuf.ByteString;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.Delta;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.SnapshotEnd;
import io.fleetgram.wire.agent.v1.SnapshotPart;
import io.fleetgram.wire.agent.v1.SnapshotStart;
import io.fleetgram.wire.agent.v1.Unchanged;
import java.util.ArrayList;
import java.util.List;

/** A desired state that only grows, the same for every node. Not safe for use by several threads at once. */
final class BareState {

    private static final int PART = 1_000;

    private final List<Entry> entries = new ArrayList<>();
    private StateHash hash = StateHash.EMPTY;
    private long version;
    private List<Entry> latest = List.of();

    void put(List<Entry> added) {
        for (var entry : added) {
            entries.add(entry);
            hash = hash.plus(EntryDigest.of(entry.getKey(), entry.getBody().toByteArray()));
        }
        latest = List.copyOf(added);
        version++;
    }

    long version() {
        return version;
    }

    boolean isHeldBy(long storedVersion, ByteString storedHash) {
        return storedVersion == version && storedHash.equals(ByteString.copyFrom(hash.toBytes()));
    }

    PollResponse unchanged() {
        return PollResponse.newBuilder()
                .setUnchanged(Unchanged.newBuilder().setVersion(version))
                .build();
    }

    /** What was put last. */
    PollResponse delta() {
        return PollResponse.newBuilder()
                .setDelta(Delta.newBuilder()
                        .setVersion(version)
                        .setHash(ByteString.copyFrom(hash.toBytes()))
                        .addAllPut(latest))
                .build();
    }

    List<PollResponse> snapshot() {
        var messages = new ArrayList<PollResponse>();
        messages.add(PollResponse.newBuilder()
                .setSnapshotStart(SnapshotStart.newBuilder().setVersion(version).setEntries(entries.size()))
                .build());
        for (int from = 0; from < entries.size(); from += PART) {
            var part = entries.subList(from, Math.min(from + PART, entries.size()));
            messages.add(PollResponse.newBuilder()
                    .setSnapshotPart(SnapshotPart.newBuilder().addAllPut(part))
                    .build());
        }
        messages.add(PollResponse.newBuilder()
                .setSnapshotEnd(SnapshotEnd.newBuilder().setHash(ByteString.copyFrom(hash.toBytes())))
                .build());
        return messages;
    }
}
