package io.fleetgram.parts.core.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.parts.core.simulated.Panic;
import io.fleetgram.parts.core.simulated.RunningCore;
import io.fleetgram.parts.core.simulated.VlessListener;
import io.fleetgram.wire.core.config.InboundHandlerConfig;
import io.fleetgram.wire.core.proxyman.AddUserOperation;
import io.fleetgram.wire.core.proxyman.AlterInboundRequest;
import io.fleetgram.wire.core.proxyman.AlterInboundResponse;
import io.fleetgram.wire.core.proxyman.GetInboundUserRequest;
import io.fleetgram.wire.core.proxyman.GetInboundUserResponse;
import io.fleetgram.wire.core.proxyman.GetInboundUsersCountResponse;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.fleetgram.wire.core.proxyman.ListInboundsRequest;
import io.fleetgram.wire.core.proxyman.ListInboundsResponse;
import io.fleetgram.wire.core.proxyman.RemoveInboundRequest;
import io.fleetgram.wire.core.proxyman.RemoveInboundResponse;
import io.fleetgram.wire.core.proxyman.RemoveUserOperation;
import io.fleetgram.wire.core.serial.TypedMessage;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.Optional;

/** Changes and lists the users of the simulated core's inbounds, in the real core's words where it refuses. */
final class HandlerEndpoint extends HandlerServiceGrpc.HandlerServiceImplBase {

    private static final String PREFIX = "app/proxyman/command: ";
    private static final String ADD = AddUserOperation.getDescriptor().getFullName();
    private static final String REMOVE = RemoveUserOperation.getDescriptor().getFullName();

    private final RunningCore core;

    HandlerEndpoint(RunningCore core) {
        this.core = core;
    }

    @Override
    public void alterInbound(AlterInboundRequest request, StreamObserver<AlterInboundResponse> reply) {
        if (!request.hasOperation()) {
            Panic.because("runtime error: invalid memory address or nil pointer dereference");
        }
        var operation = request.getOperation();
        var known = operation.getType().equals(ADD) || operation.getType().equals(REMOVE);
        var inbound = core.inbound(request.getTag());
        Optional<String> refused;
        if (!known) {
            refused = Optional.of(PREFIX + "unknown operation > " + notFound(operation.getType()));
        } else if (inbound.isEmpty()) {
            refused = Optional.of(noHandler(request.getTag()));
        } else {
            refused = alter(inbound.get(), operation);
        }
        answer(reply, refused, AlterInboundResponse.getDefaultInstance());
    }

    private static Optional<String> alter(VlessListener inbound, TypedMessage operation) {
        try {
            if (operation.getType().equals(REMOVE)) {
                return inbound.users()
                        .remove(RemoveUserOperation.parseFrom(operation.getValue())
                                .getEmail());
            }
            var user = AddUserOperation.parseFrom(operation.getValue()).getUser();
            return switch (VlessAccounts.read(user)) {
                case VlessAccounts.Read.Good good -> inbound.users().add(good.user());
                case VlessAccounts.Read.Wrong wrong ->
                    Optional.of(PREFIX + "failed to parse user > common/protocol: " + wrong.why());
            };
        } catch (InvalidProtocolBufferException e) {
            return Optional.of(PREFIX + "unknown operation > " + e.getMessage());
        }
    }

    @Override
    public void removeInbound(RemoveInboundRequest request, StreamObserver<RemoveInboundResponse> reply) {
        try {
            var refused = core.removeInbound(request.getTag())
                    ? Optional.<String>empty()
                    : Optional.of("common: not enough information for making a decision");
            answer(reply, refused, RemoveInboundResponse.getDefaultInstance());
        } catch (IOException e) {
            answer(reply, Optional.of(e.toString()), RemoveInboundResponse.getDefaultInstance());
        }
    }

    @Override
    public void listInbounds(ListInboundsRequest request, StreamObserver<ListInboundsResponse> reply) {
        var response = ListInboundsResponse.newBuilder();
        core.tags()
                .forEach(tag ->
                        response.addInbounds(InboundHandlerConfig.newBuilder().setTag(tag)));
        answer(reply, Optional.empty(), response.build());
    }

    @Override
    public void getInboundUsers(GetInboundUserRequest request, StreamObserver<GetInboundUserResponse> reply) {
        var inbound = core.inbound(request.getTag());
        var response = GetInboundUserResponse.newBuilder();
        inbound.ifPresent(found -> {
            if (request.getEmail().isEmpty()) {
                found.users().all().forEach(user -> response.addUsers(VlessAccounts.write(user)));
            } else {
                response.addUsers(found.users()
                        .withEmail(request.getEmail())
                        .map(VlessAccounts::write)
                        .orElseGet(VlessAccounts::nobody));
            }
        });
        answer(
                reply,
                inbound.isPresent() ? Optional.empty() : Optional.of(noHandler(request.getTag())),
                response.build());
    }

    @Override
    public void getInboundUsersCount(
            GetInboundUserRequest request, StreamObserver<GetInboundUsersCountResponse> reply) {
        var inbound = core.inbound(request.getTag());
        var count = inbound.map(found -> found.users().all().size()).orElse(0);
        answer(
                reply,
                inbound.isPresent() ? Optional.empty() : Optional.of(noHandler(request.getTag())),
                GetInboundUsersCountResponse.newBuilder().setCount(count).build());
    }

    private static String noHandler(String tag) {
        return PREFIX + "failed to get handler: " + tag + " > app/proxyman/inbound: handler not found: " + tag;
    }

    private static String notFound(String type) {
        return "proto: not found: " + type;
    }

    private static <T> void answer(StreamObserver<T> reply, Optional<String> refused, T response) {
        if (refused.isPresent()) {
            reply.onError(Status.UNKNOWN.withDescription(refused.get()).asRuntimeException());
        } else {
            reply.onNext(response);
            reply.onCompleted();
        }
    }
}
