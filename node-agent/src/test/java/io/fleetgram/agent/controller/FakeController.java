package io.fleetgram.agent.controller;

import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.controller.FakeFleet.Reply;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.shared.StateHash;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The port on a fleet in memory. */
public final class FakeController implements Controller {

    private final FakeFleet fleet;
    private volatile boolean closed;

    public FakeController(FakeFleet fleet) {
        this.fleet = fleet;
    }

    @Override
    public Answer<PollReply> poll(PollQuestion question, Drafts drafts) throws IOException {
        var fault = fleet.fault();
        var before = refusal(fault, true);
        if (before.isPresent()) {
            return again(before.get());
        }
        try {
            var reply = fleet.poll(question, fault.equals(Optional.of(Fault.WRONG_HASH)));
            var after = refusal(fleet.fault(), true);
            if (after.isPresent() || fault.equals(Optional.of(Fault.ANSWER_LOST)) || closed) {
                return after.isPresent() ? again(after.get()) : away();
            }
            return new Answer.Answered<>(new PollReply(
                    change(reply, drafts),
                    FakeFleet.TIME,
                    fleet.cursors(question.epochs()),
                    fleet.commands().handOut(question.commands())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return away();
        }
    }

    private static StateChange change(Reply reply, Drafts drafts) throws IOException {
        return switch (reply) {
            case Reply.Unchanged unchanged -> new StateChange.Unchanged(unchanged.version());
            case Reply.Delta delta -> new StateChange.Delta(delta.version(), delta.hash(), delta.put(), delta.remove());
            case Reply.Snapshot snapshot -> {
                var draft = drafts.begin(snapshot.version());
                for (var entry : snapshot.entries()) {
                    draft.put(entry);
                }
                StateHash hash = snapshot.hash();
                yield new StateChange.Snapshot(draft, hash);
            }
        };
    }

    @Override
    public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
        return call(false, () -> Optional.of(fleet.book(batch)));
    }

    @Override
    public Answer<Instant> reportStatus(StatusReport report) {
        return call(true, () -> {
            fleet.report(report);
            return Optional.of(FakeFleet.TIME);
        });
    }

    @Override
    public Answer<Boolean> complete(String command, CommandWord word) {
        return call(true, () -> Optional.of(fleet.commands().take(command, word)));
    }

    @Override
    public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
        return call(true, () -> fleet.certify(certificateRequest));
    }

    @Override
    public Answer<Boolean> rotateToken(byte[] tokenHash) {
        return call(true, () -> Optional.of(fleet.addNodeToken(tokenHash)));
    }

    private <T> Answer<T> call(boolean refusedWhenRemoved, Supplier<Optional<T>> act) {
        var fault = fleet.fault();
        var before = refusal(fault, refusedWhenRemoved);
        if (before.isPresent()) {
            return again(before.get());
        }
        Answer<T> answer = act.get().<Answer<T>>map(Answer.Answered::new).orElseGet(FakeController::away);
        return fault.equals(Optional.of(Fault.ANSWER_LOST)) ? away() : answer;
    }

    private Optional<Answer<Void>> refusal(Optional<Fault> fault, boolean refusedWhenRemoved) {
        if (closed || fault.equals(Optional.of(Fault.REQUEST_LOST))) {
            return Optional.of(away());
        }
        if (fault.equals(Optional.of(Fault.EXPIRED))) {
            return Optional.of(new Answer.CertificateExpired<>("CERTIFICATE_EXPIRED"));
        }
        if (fleet.isRemoved() && refusedWhenRemoved) {
            return Optional.of(new Answer.Removed<>("NODE_REMOVED"));
        }
        return Optional.empty();
    }

    private static <T> Answer<T> again(Answer<Void> answer) {
        return switch (answer) {
            case Answer.Answered<Void> nothing -> throw new IllegalStateException("not a refusal: " + nothing);
            case Answer.Away<Void> away -> new Answer.Away<>(away.why(), away.notBefore());
            case Answer.CertificateExpired<Void> expired -> new Answer.CertificateExpired<>(expired.why());
            case Answer.Removed<Void> removed -> new Answer.Removed<>(removed.why());
        };
    }

    private static <T> Answer<T> away() {
        return new Answer.Away<>("nobody answers", Duration.ZERO);
    }

    @Override
    public void use(Credentials credentials) {}

    @Override
    public void close() {
        closed = true;
        fleet.wake();
    }
}
