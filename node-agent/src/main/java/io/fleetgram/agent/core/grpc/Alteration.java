package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserOutcome;
import io.fleetgram.wire.core.proxyman.AlterInboundResponse;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends many changes over one connection without waiting for each answer.
 *
 * <p>Once one call shows that the core is gone, nothing more is sent.
 */
final class Alteration {

    /** Ten times as fast as one after the other; more than 256 gains nothing. */
    static final int WINDOW = 128;

    private final ChangeMessages messages;
    private final HandlerServiceGrpc.HandlerServiceStub core;
    private final Duration deadline;
    private final Semaphore window = new Semaphore(WINDOW);
    private volatile boolean gone;

    Alteration(Channel channel, Dialect dialect, Duration deadline) {
        this.messages = new ChangeMessages(dialect);
        this.core = HandlerServiceGrpc.newStub(channel);
        this.deadline = deadline;
    }

    List<UserOutcome> send(List<UserChange> changes) {
        var outcomes = new UserOutcome[changes.size()];
        Arrays.fill(outcomes, new UserOutcome.CoreGone(false, "the core went away before this was sent"));
        for (int i = 0; i < outcomes.length; i++) {
            window.acquireUninterruptibly();
            if (gone) {
                window.release();
                break;
            }
            core.withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                    .alterInbound(messages.write(changes.get(i)), new Answer(changes.get(i), outcomes, i));
        }
        window.acquireUninterruptibly(WINDOW);
        return List.of(outcomes);
    }

    /** Writes its own place of the outcomes; the window's permits make the write visible to the sender. */
    private final class Answer implements StreamObserver<AlterInboundResponse> {

        private final UserChange change;
        private final UserOutcome[] outcomes;
        private final int place;

        Answer(UserChange change, UserOutcome[] outcomes, int place) {
            this.change = change;
            this.outcomes = outcomes;
            this.place = place;
        }

        @Override
        public void onNext(AlterInboundResponse empty) {
            outcomes[place] = new UserOutcome.Done();
        }

        @Override
        public void onCompleted() {
            window.release();
        }

        @Override
        public void onError(Throwable error) {
            var outcome = ChangeErrors.outcome(change, Status.fromThrowable(error));
            outcomes[place] = outcome;
            if (outcome instanceof UserOutcome.CoreGone) {
                gone = true;
            }
            window.release();
        }
    }
}
