package io.fleetgram.bot.sync.grpc;

import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An agent that asks for everything and then takes no more of it than it is told to. */
final class SlowReader implements ClientResponseObserver<PollRequest, PollResponse>, AutoCloseable {

    private final TestAgent agent;
    private final List<PollResponse> taken = new CopyOnWriteArrayList<>();
    private final CompletableFuture<List<PollResponse>> end = new CompletableFuture<>();
    private volatile @Nullable ClientCallStreamObserver<PollRequest> stream;

    /** Asks, and takes the first message alone. */
    SlowReader(TestAgent agent) {
        this.agent = agent;
        AgentControlGrpc.newStub(agent.call().getChannel()).poll(agent.question(), this);
    }

    List<PollResponse> taken() {
        return taken;
    }

    /** Takes all that is left; the future has everything at its end. */
    CompletableFuture<List<PollResponse>> takeAll() {
        stream.request(Integer.MAX_VALUE);
        return end;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<PollRequest> opened) {
        stream = opened;
        opened.disableAutoRequestWithInitial(1);
    }

    @Override
    public void onNext(PollResponse response) {
        taken.add(response);
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        end.complete(taken);
    }

    @Override
    public void close() {
        agent.close();
    }
}
