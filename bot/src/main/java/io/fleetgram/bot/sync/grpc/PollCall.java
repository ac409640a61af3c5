package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.app.PollAnswer;
import io.fleetgram.bot.sync.app.PollAsked;
import io.fleetgram.bot.sync.app.PollDesk;
import io.fleetgram.bot.sync.app.WaitingCommands;
import io.fleetgram.bot.sync.app.Watch;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.Unchanged;
import io.grpc.stub.ServerCallStreamObserver;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves polls, each on a virtual thread of its own, so that the call's other events still get through while it is parked. */
final class PollCall {

    private final PollDesk desk;
    private final Watches watches;
    private final Admission admission;
    private final BatchReceiver batches;
    private final WaitingCommands commands;
    private final InstantSource time;

    PollCall(
            PollDesk desk,
            Watches watches,
            Admission admission,
            BatchReceiver batches,
            WaitingCommands commands,
            InstantSource time) {
        this.desk = desk;
        this.watches = watches;
        this.admission = admission;
        this.batches = batches;
        this.commands = commands;
        this.time = time;
    }

    /** Returns at once; the answer comes later. */
    void serve(PollRequest request, ServerCallStreamObserver<PollResponse> out) {
        var caller = Caller.CURRENT.get();
        var trace = CallGate.TRACE.get();
        var watch = watches.open(caller.node(), caller.serial());
        out.setOnCancelHandler(() -> watch.end(new CallRefused(AgentError.UNAVAILABLE, "the agent hung up")));
        out.setOnReadyHandler(watch::wake);
        Thread.ofVirtual().name("poll-" + caller.node()).start(() -> run(request, out, caller, watch, trace));
    }

    private void run(
            PollRequest request,
            ServerCallStreamObserver<PollResponse> out,
            Caller caller,
            Watch watch,
            TraceId trace) {
        try {
            // Once more, now that a revocation would end the watch: one that came in between is not missed.
            admission.check(MethodRule.NODE, Optional.of(caller));
            var asked = PollMessages.asked(caller.node(), request);
            var epochs = PollMessages.epochs(request);
            answer(desk.answer(asked, watch), () -> extras(asked, epochs), out, watch);
            out.onCompleted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.onError(Failures.of(new CallRefused(AgentError.UNAVAILABLE, "the controller stops"), trace));
        } catch (RuntimeException e) {
            if (!out.isCancelled()) {
                out.onError(Failures.of(e, trace));
            }
        } finally {
            watches.close(watch);
        }
    }

    private PollExtras extras(PollAsked asked, List<byte[]> epochs) {
        var positions = epochs.isEmpty() ? List.<BatchReceiver.Position>of() : batches.positions(asked.node(), epochs);
        return PollMessages.extras(time.instant(), positions, commands.handOut(asked));
    }

    /** A snapshot gives its place free however this ends, also when the extras cannot be read. */
    private static void answer(
            PollAnswer answer, Supplier<PollExtras> extras, ServerCallStreamObserver<PollResponse> out, Watch watch)
            throws InterruptedException {
        switch (answer) {
            case PollAnswer.Unchanged unchanged ->
                out.onNext(PollResponse.newBuilder()
                        .setUnchanged(Unchanged.newBuilder().setVersion(unchanged.version()))
                        .setExtras(extras.get())
                        .build());
            case PollAnswer.Delta delta ->
                out.onNext(PollResponse.newBuilder()
                        .setDelta(PollMessages.delta(delta.changes()))
                        .setExtras(extras.get())
                        .build());
            case PollAnswer.Whole whole -> {
                try (whole) {
                    new SnapshotStream(out, watch).send(whole.snapshot(), extras.get());
                }
            }
        }
    }
}
