package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.controller.PollQuestion;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.store.StateProof;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.wire.agent.v1.AgentControlGrpc;
import io.fleetgram.wire.agent.v1.CompleteCommandRequest;
import io.fleetgram.wire.agent.v1.CompleteCommandResponse;
import io.fleetgram.wire.agent.v1.Cursor;
import io.fleetgram.wire.agent.v1.Delta;
import io.fleetgram.wire.agent.v1.EnrollRequest;
import io.fleetgram.wire.agent.v1.EnrollResponse;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.ErrorCode;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollRequest;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.fleetgram.wire.agent.v1.RenewRequest;
import io.fleetgram.wire.agent.v1.RenewResponse;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.ReportStatusResponse;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.ReportTrafficResponse;
import io.fleetgram.wire.agent.v1.RotateTokenRequest;
import io.fleetgram.wire.agent.v1.RotateTokenResponse;
import io.fleetgram.wire.agent.v1.SnapshotEnd;
import io.fleetgram.wire.agent.v1.SnapshotPart;
import io.fleetgram.wire.agent.v1.SnapshotStart;
import io.fleetgram.wire.agent.v1.Unchanged;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The protocol's calls on a fleet in memory. */
final class FleetEndpoint extends AgentControlGrpc.AgentControlImplBase {

    private static final int PART = 1_000;

    private final FakeFleet fleet;
    private final Supplier<byte[]> removalWord;

    FleetEndpoint(FakeFleet fleet) {
        this(fleet, () -> new byte[0]);
    }

    /** @param removalWord what a removal is signed with */
    FleetEndpoint(FakeFleet fleet, Supplier<byte[]> removalWord) {
        this.fleet = fleet;
        this.removalWord = removalWord;
    }

    @Override
    public void poll(PollRequest request, StreamObserver<PollResponse> to) {
        var fault = fleet.fault();
        if (refused(fault, true, to)) {
            return;
        }
        var epochs = request.getEpochsList().stream()
                .map(epoch -> Epoch.of(epoch.toByteArray()))
                .toList();
        var question = new PollQuestion(
                new StateProof(
                        request.getStoredVersion(),
                        StateHash.fromBytes(request.getStoredHash().toByteArray())),
                Duration.ofMillis(request.getWaitMillis()),
                Epoch.of(request.getAgentRun().toByteArray()),
                epochs,
                Set.copyOf(request.getHeldCommandsList()));
        try {
            var reply = fleet.poll(question, fault.equals(Optional.of(Fault.WRONG_HASH)));
            if (!refused(fleet.fault(), true, to)) {
                send(reply, extras(epochs, question.commands()), to);
            }
        } catch (InterruptedException e) {
            to.onError(Status.CANCELLED.asRuntimeException());
        }
    }

    private PollExtras extras(List<Epoch> epochs, Set<String> held) {
        var extras = PollExtras.newBuilder().setControllerTimeMillis(FakeFleet.TIME.toEpochMilli());
        fleet.cursors(epochs).forEach(cursor -> extras.addCursors(cursor(cursor)));
        fleet.commands().handOut(held).forEach(command -> extras.addCommands(CommandProtocol.write(command)));
        return extras.build();
    }

    private static void send(FakeFleet.Reply reply, PollExtras extras, StreamObserver<PollResponse> to) {
        switch (reply) {
            case FakeFleet.Reply.Unchanged unchanged ->
                to.onNext(PollResponse.newBuilder()
                        .setUnchanged(Unchanged.newBuilder().setVersion(unchanged.version()))
                        .setExtras(extras)
                        .build());
            case FakeFleet.Reply.Delta delta ->
                to.onNext(PollResponse.newBuilder()
                        .setDelta(Delta.newBuilder()
                                .setVersion(delta.version())
                                .setHash(ByteString.copyFrom(delta.hash().toBytes()))
                                .addAllPut(entries(delta.put()))
                                .addAllRemove(delta.remove()))
                        .setExtras(extras)
                        .build());
            case FakeFleet.Reply.Snapshot snapshot -> sendSnapshot(snapshot, extras, to);
        }
        to.onCompleted();
    }

    private static void sendSnapshot(
            FakeFleet.Reply.Snapshot snapshot, PollExtras extras, StreamObserver<PollResponse> to) {
        var entries = entries(snapshot.entries());
        to.onNext(PollResponse.newBuilder()
                .setSnapshotStart(SnapshotStart.newBuilder()
                        .setVersion(snapshot.version())
                        .setEntries(entries.size()))
                .setExtras(extras)
                .build());
        for (int from = 0; from < entries.size(); from += PART) {
            var part = entries.subList(from, Math.min(from + PART, entries.size()));
            to.onNext(PollResponse.newBuilder()
                    .setSnapshotPart(SnapshotPart.newBuilder().addAllPut(part))
                    .build());
        }
        to.onNext(PollResponse.newBuilder()
                .setSnapshotEnd(SnapshotEnd.newBuilder()
                        .setHash(ByteString.copyFrom(snapshot.hash().toBytes())))
                .build());
    }

    @Override
    public void reportTraffic(ReportTrafficRequest request, StreamObserver<ReportTrafficResponse> to) {
        call(
                false,
                to,
                () -> Optional.of(ReportTrafficResponse.newBuilder()
                        .setCursor(cursor(fleet.book(request.getBatch().toByteArray())))
                        .build()));
    }

    @Override
    public void reportStatus(ReportStatusRequest request, StreamObserver<ReportStatusResponse> to) {
        call(true, to, () -> {
            fleet.report(ReadStatus.of(request));
            return Optional.of(ReportStatusResponse.newBuilder()
                    .setControllerTimeMillis(FakeFleet.TIME.toEpochMilli())
                    .build());
        });
    }

    @Override
    public void completeCommand(CompleteCommandRequest request, StreamObserver<CompleteCommandResponse> to) {
        call(
                true,
                to,
                () -> Optional.of(CompleteCommandResponse.newBuilder()
                        .setMayBegin(fleet.commands().take(request.getId(), CommandProtocol.read(request)))
                        .build()));
    }

    @Override
    public void renew(RenewRequest request, StreamObserver<RenewResponse> to) {
        call(
                true,
                to,
                () -> fleet.certify(request.getCertificateRequest().toByteArray())
                        .map(chain -> RenewResponse.newBuilder()
                                .addAllCertificateChain(ders(chain))
                                .build()));
    }

    @Override
    public void rotateToken(RotateTokenRequest request, StreamObserver<RotateTokenResponse> to) {
        call(true, to, () -> {
            fleet.addNodeToken(request.getTokenHash().toByteArray());
            return Optional.of(RotateTokenResponse.getDefaultInstance());
        });
    }

    @Override
    public void enroll(EnrollRequest request, StreamObserver<EnrollResponse> to) {
        var fault = fleet.fault();
        if (refused(fault, false, to)) {
            return;
        }
        var chain = request.getTokenHash().isEmpty() ? byKey(request) : byToken(request);
        if (fault.equals(Optional.of(Fault.ANSWER_LOST))) {
            to.onError(Status.UNAVAILABLE.withDescription("lost").asRuntimeException());
        } else if (chain.isEmpty()) {
            to.onError(failure(Status.PERMISSION_DENIED, ErrorCode.JOIN_TOKEN_REFUSED));
        } else {
            to.onNext(EnrollResponse.newBuilder()
                    .setNodeKey(FakeFleet.NODE_KEY)
                    .setNodeName("de-1")
                    .addAllCertificateChain(ders(chain.get()))
                    .build());
            to.onCompleted();
        }
    }

    private Optional<List<X509Certificate>> byKey(EnrollRequest request) {
        return fleet.enroll(
                request.getJoinToken(), request.getCertificateRequest().toByteArray());
    }

    private Optional<List<X509Certificate>> byToken(EnrollRequest request) {
        return fleet.enrollWithToken(
                        request.getJoinToken(), request.getTokenHash().toByteArray())
                ? Optional.of(List.of(fleet.authority().certificate()))
                : Optional.empty();
    }

    private <T> void call(boolean refusedWhenRemoved, StreamObserver<T> to, Supplier<Optional<T>> act) {
        var fault = fleet.fault();
        if (refused(fault, refusedWhenRemoved, to)) {
            return;
        }
        var answer = act.get();
        if (answer.isEmpty() || fault.equals(Optional.of(Fault.ANSWER_LOST))) {
            to.onError(Status.UNAVAILABLE.withDescription("lost").asRuntimeException());
            return;
        }
        to.onNext(answer.get());
        to.onCompleted();
    }

    private boolean refused(Optional<Fault> fault, boolean refusedWhenRemoved, StreamObserver<?> to) {
        if (fault.equals(Optional.of(Fault.REQUEST_LOST))) {
            to.onError(Status.UNAVAILABLE.asRuntimeException());
            return true;
        }
        if (fault.equals(Optional.of(Fault.EXPIRED))) {
            to.onError(failure(Status.UNAUTHENTICATED, ErrorCode.CERTIFICATE_EXPIRED));
            return true;
        }
        if (fleet.isRemoved() && refusedWhenRemoved) {
            var failure = failure(Status.PERMISSION_DENIED, ErrorCode.NODE_REMOVED);
            failure.getTrailers().put(Failures.REMOVAL, removalWord.get());
            to.onError(failure);
            return true;
        }
        return false;
    }

    private static StatusRuntimeException failure(Status status, ErrorCode code) {
        var trailers = new Metadata();
        trailers.put(Failures.CODE, code.name());
        trailers.put(Failures.TRACE, "t1");
        return status.asRuntimeException(trailers);
    }

    private static Cursor cursor(io.fleetgram.agent.controller.Cursor cursor) {
        return Cursor.newBuilder()
                .setEpoch(ByteString.copyFrom(cursor.epoch().bytes()))
                .setSequence(cursor.sequence())
                .build();
    }

    private static List<Entry> entries(List<EntryBytes> entries) {
        return entries.stream()
                .map(entry -> Entry.newBuilder()
                        .setKey(entry.key())
                        .setBody(ByteString.copyFrom(entry.body()))
                        .build())
                .toList();
    }

    private static List<ByteString> ders(List<X509Certificate> chain) {
        return chain.stream().map(Certificates::toDer).map(ByteString::copyFrom).toList();
    }
}
