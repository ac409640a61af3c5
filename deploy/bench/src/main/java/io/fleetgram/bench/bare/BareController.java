package io.fleetgram.bench.bare;

import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.Cursor;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.ReportStatusResponse;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.ReportTrafficResponse;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The least that speaks the agents' protocol over TLS: a state in memory, and a list of the polls that wait for it to change.
 *
 * <p>It decides nothing, remembers no node, and touches no database.
 */
public final class BareController implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private record Waiting(ServerCallStreamObserver<PollResponse> poll, long until) {}

    private final BareState state = new BareState();
    private final List<Waiting> waiting = new ArrayList<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor();
    private final Server server;
    private long polls;
    private long appliedVersion;

    private BareController(Pki pki) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .sslContext(pki.controllerTls())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .permitKeepAliveTime(10, TimeUnit.SECONDS)
                .permitKeepAliveWithoutCalls(true)
                .addService(new Endpoint())
                .build()
                .start();
        var unused = sweeper.scheduleWithFixedDelay(this::answerOverdue, 1, 1, TimeUnit.SECONDS);
    }

    public static BareController start(Pki pki) throws IOException {
        return new BareController(pki);
    }

    public int port() {
        return server.getPort();
    }

    /** Adds entries and answers every poll that waits; returns the version that this made. */
    public synchronized long put(List<Entry> entries) {
        state.put(entries);
        var answer = state.delta();
        waiting.forEach(one -> answer(one.poll(), List.of(answer)));
        waiting.clear();
        notifyAll();
        return state.version();
    }

    /** Returns how many polls have come so far. */
    public synchronized long polls() {
        return polls;
    }

    /** Waits for the next poll after the first {@code seen}. */
    public void awaitPoll(long seen) throws InterruptedException {
        await("a poll", () -> polls > seen);
    }

    /** Waits until so many polls wait for a change. */
    public void awaitParked(int wanted) throws InterruptedException {
        await(wanted + " polls to wait", () -> waiting.size() >= wanted);
    }

    /** Waits until a node reports that it has applied the version. */
    public void awaitApplied(long version) throws InterruptedException {
        await("version " + version + " to be applied", () -> appliedVersion >= version);
    }

    private synchronized void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new IllegalStateException("waited in vain for " + what);
            }
            wait(left);
        }
    }

    private synchronized void answerOverdue() {
        long now = System.nanoTime();
        waiting.removeIf(one -> {
            boolean overdue = one.until() - now < 0;
            if (overdue) {
                answer(one.poll(), List.of(state.unchanged()));
            }
            return overdue;
        });
    }

    /** An agent that has hung up gets no answer. */
    private static void answer(ServerCallStreamObserver<PollResponse> poll, List<PollResponse> messages) {
        if (!poll.isCancelled()) {
            messages.forEach(poll::onNext);
            poll.onCompleted();
        }
    }

    private synchronized void poll(PollRequest request, ServerCallStreamObserver<PollResponse> poll) {
        polls++;
        if (state.isHeldBy(request.getStoredVersion(), request.getStoredHash())) {
            waiting.add(new Waiting(poll, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(request.getWaitMillis())));
        } else {
            answer(poll, state.snapshot());
        }
        notifyAll();
    }

    private synchronized void forget(ServerCallStreamObserver<PollResponse> poll) {
        waiting.removeIf(one -> one.poll().equals(poll));
    }

    private synchronized void applied(long version) {
        appliedVersion = version;
        notifyAll();
    }

    @Override
    public void close() {
        sweeper.shutdownNow();
        server.shutdownNow();
    }

    private final class Endpoint extends AgentControlGrpc.AgentControlImplBase {

        @Override
        public void poll(PollRequest request, StreamObserver<PollResponse> poll) {
            var call = (ServerCallStreamObserver<PollResponse>) poll;
            call.setOnCancelHandler(() -> forget(call));
            BareController.this.poll(request, call);
        }

        @Override
        public void reportStatus(ReportStatusRequest request, StreamObserver<ReportStatusResponse> to) {
            applied(request.getAppliedVersion());
            to.onNext(ReportStatusResponse.newBuilder()
                    .setControllerTimeMillis(System.currentTimeMillis())
                    .build());
            to.onCompleted();
        }

        @Override
        public void reportTraffic(ReportTrafficRequest request, StreamObserver<ReportTrafficResponse> to) {
            try {
                var batch = TrafficBatch.parseFrom(request.getBatch());
                to.onNext(ReportTrafficResponse.newBuilder()
                        .setCursor(
                                Cursor.newBuilder().setEpoch(batch.getEpoch()).setSequence(batch.getSequence()))
                        .build());
                to.onCompleted();
            } catch (IOException e) {
                to.onError(e);
            }
        }
    }
}
