package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.app.Snapshot;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An agent that holds what it is sent, in memory, and proves it with each poll. */
final class Follower implements AutoCloseable {

    /** What a poll came back with. */
    enum Got {
        UNCHANGED,
        DELTA,
        SNAPSHOT
    }

    private final TestController controller;
    private final TestAgent agent;
    private final Map<String, ByteString> entries = new TreeMap<>();
    private long version;
    private int lastBytes;

    Follower(TestController controller, TestAgent agent) {
        this.controller = controller;
        this.agent = agent;
    }

    TestAgent agent() {
        return agent;
    }

    long version() {
        return version;
    }

    /** Bytes of the last answer, as serialized. */
    int lastBytes() {
        return lastBytes;
    }

    Map<String, ByteString> entries() {
        return entries;
    }

    StateHash hash() {
        return entries.entrySet().stream()
                .map(entry -> EntryDigest.of(entry.getKey(), entry.getValue().toByteArray()))
                .reduce(StateHash.EMPTY, StateHash::plus);
    }

    /** Makes it claim something else than it was given. */
    void pretend(long otherVersion, String key) {
        version = otherVersion;
        entries.put(key, ByteString.copyFromUtf8("not from the controller"));
    }

    /** A follower on the same certificate that goes on where this one is, perhaps at another controller. */
    Follower at(TestController other) {
        var next = new Follower(other, agent.at(other));
        next.entries.putAll(entries);
        next.version = version;
        return next;
    }

    Got poll(Duration wait) {
        var answers = agent.poll(version, hash(), wait);
        lastBytes = answers.stream().mapToInt(PollResponse::getSerializedSize).sum();
        assertThat(answers.getFirst().getExtras().getControllerTimeMillis()).isPositive();
        return switch (answers.getFirst().getResponseCase()) {
            case UNCHANGED -> {
                version = answers.getFirst().getUnchanged().getVersion();
                yield Got.UNCHANGED;
            }
            case DELTA -> {
                var delta = answers.getFirst().getDelta();
                delta.getPutList().forEach(this::put);
                delta.getRemoveList().forEach(entries::remove);
                version = delta.getVersion();
                assertThat(hash().toBytes()).isEqualTo(delta.getHash().toByteArray());
                yield Got.DELTA;
            }
            case SNAPSHOT_START -> {
                snapshot(answers);
                yield Got.SNAPSHOT;
            }
            case SNAPSHOT_PART, SNAPSHOT_END, RESPONSE_NOT_SET -> throw new AssertionError(answers);
        };
    }

    /** Polls until it has the present version. */
    void settle() {
        long present = controller.get(DesiredState.class).currentVersion();
        await().until(() -> poll(Duration.ofMillis(10)) == Got.UNCHANGED && version >= present);
    }

    void assertHolds(Snapshot snapshot) {
        assertThat(entries)
                .isEqualTo(snapshot.entries().stream()
                        .collect(Collectors.toMap(entry -> entry.key().text(), Follower::body)));
        assertThat(hash()).isEqualTo(snapshot.hash());
    }

    private void snapshot(List<PollResponse> answers) {
        entries.clear();
        for (var answer : answers.subList(1, answers.size() - 1)) {
            answer.getSnapshotPart().getPutList().forEach(this::put);
        }
        assertThat(entries).hasSize(answers.getFirst().getSnapshotStart().getEntries());
        assertThat(hash().toBytes())
                .isEqualTo(answers.getLast().getSnapshotEnd().getHash().toByteArray());
        version = answers.getFirst().getSnapshotStart().getVersion();
    }

    private void put(Entry entry) {
        entries.put(entry.getKey(), entry.getBody());
    }

    private static ByteString body(StateEntry entry) {
        return ByteString.copyFrom(entry.body());
    }

    @Override
    public void close() {
        agent.close();
    }
}
