package io.fleetgram.bench.controller;

import com.google.protobuf.ByteString;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.grpc.StatusRuntimeException;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One node's endless poll. It believes what it is told and keeps no entries. */
final class HerdPoll {

    private static final int WAIT_MILLIS = 50_000;
    private static final int PATIENCE_SECONDS = 60;
    private static final int RUN_BYTES = 16;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Calls calls;
    private final ByteString run;
    private long version;
    private ByteString hash = ByteString.EMPTY;
    private long moment;

    HerdPoll(Calls calls) {
        this.calls = calls;
        var bytes = new byte[RUN_BYTES];
        RANDOM.nextBytes(bytes);
        this.run = ByteString.copyFrom(bytes);
    }

    void start() {
        Thread.ofVirtual().start(this::pollForEver);
    }

    private void pollForEver() {
        while (true) {
            try {
                var answers = calls.call()
                        .poll(PollRequest.newBuilder()
                                .setStoredVersion(version)
                                .setStoredHash(hash)
                                .setWaitMillis(WAIT_MILLIS)
                                .setAgentRun(run)
                                .build());
                while (answers.hasNext()) {
                    take(answers.next());
                }
            } catch (StatusRuntimeException e) {
                System.err.println("a poll failed and is tried again: " + e.getStatus());
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private synchronized void take(PollResponse answer) {
        switch (answer.getResponseCase()) {
            case UNCHANGED -> hold(answer.getUnchanged().getVersion(), hash);
            case DELTA -> hold(answer.getDelta().getVersion(), answer.getDelta().getHash());
            case SNAPSHOT_START -> version = answer.getSnapshotStart().getVersion();
            case SNAPSHOT_END -> hold(version, answer.getSnapshotEnd().getHash());
            case SNAPSHOT_PART, RESPONSE_NOT_SET -> {}
        }
    }

    private void hold(long newVersion, ByteString newHash) {
        moment = System.nanoTime();
        version = newVersion;
        hash = newHash.isEmpty() ? ByteString.copyFrom(StateHash.EMPTY.toBytes()) : newHash;
        notifyAll();
    }

    /** Waits until it holds a version, and returns when it came to. */
    synchronized long awaitHolding(long wanted) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (version < wanted || moment == 0) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("a poll holds version " + version + " and not " + wanted);
            }
            wait(left);
        }
        return moment;
    }
}
