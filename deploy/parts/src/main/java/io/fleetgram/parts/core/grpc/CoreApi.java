package io.fleetgram.parts.core.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.wire.core.protocol.User;
import io.fleetgram.wire.core.proxyman.AddUserOperation;
import io.fleetgram.wire.core.proxyman.AlterInboundRequest;
import io.fleetgram.wire.core.proxyman.GetInboundUserRequest;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.fleetgram.wire.core.proxyman.RemoveUserOperation;
import io.fleetgram.wire.core.serial.TypedMessage;
import io.fleetgram.wire.core.stats.QueryStatsRequest;
import io.fleetgram.wire.core.stats.Stat;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.fleetgram.wire.core.vless.Account;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A test's own look into any running core, past the agent: its users and its counters. */
public final class CoreApi implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private final ManagedChannel channel;
    private final String typePrefix;

    private CoreApi(ManagedChannel channel, String typePrefix) {
        this.channel = channel;
        this.typePrefix = typePrefix;
    }

    public static CoreApi open(CoreKind kind, int port) {
        var prefix = kind == CoreKind.V2RAY ? "v2ray.core." : "xray.";
        var channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .maxInboundMessageSize(LARGEST_ANSWER)
                .intercept(new ServiceNames(prefix))
                .build();
        return new CoreApi(channel, prefix);
    }

    /** True once the core answers; false if it does not before the limit. */
    public boolean answersWithin(Duration limit) {
        try {
            StatsServiceGrpc.newBlockingStub(channel)
                    .withWaitForReady()
                    .withDeadlineAfter(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .getSysStats(SysStatsRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.DEADLINE_EXCEEDED) {
                return false;
            }
            throw e;
        }
    }

    /** The counters whose name holds {@code part}, in bytes; the core keeps counting from where it is. */
    public Map<String, Long> counters(String part) {
        return StatsServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .queryStats(QueryStatsRequest.newBuilder().setPattern(part).build())
                .getStatList()
                .stream()
                .collect(Collectors.toMap(Stat::getName, Stat::getValue));
    }

    /** Empty when the user is in; else the core's words why not. */
    public Optional<String> addVless(String tag, String email, UUID id) {
        var account = Account.newBuilder().setId(id.toString());
        var user = User.newBuilder()
                .setEmail(email)
                .setAccount(typed("proxy.vless.Account", account.build().toByteString()));
        var operation = AddUserOperation.newBuilder().setUser(user).build();
        return alter(tag, typed("app.proxyman.command.AddUserOperation", operation.toByteString()));
    }

    /** Empty when the user is out; else the core's words why not. */
    public Optional<String> remove(String tag, String email) {
        var operation = RemoveUserOperation.newBuilder().setEmail(email).build();
        return alter(tag, typed("app.proxyman.command.RemoveUserOperation", operation.toByteString()));
    }

    /** VLESS users by e-mail, with their UUIDs; v2ray's API does not have this. */
    public Map<String, String> users(String tag) {
        return HandlerServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .getInboundUsers(GetInboundUserRequest.newBuilder().setTag(tag).build())
                .getUsersList()
                .stream()
                .collect(Collectors.toMap(User::getEmail, CoreApi::id));
    }

    private static String id(User user) {
        try {
            return Account.parseFrom(user.getAccount().getValue()).getId();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The core lists an account that is not of VLESS: " + user, e);
        }
    }

    /** Sends an operation as it is, even one that ends the core. */
    Optional<String> alter(String tag, TypedMessage operation) {
        return send(AlterInboundRequest.newBuilder()
                .setTag(tag)
                .setOperation(operation)
                .build());
    }

    Optional<String> send(AlterInboundRequest request) {
        try {
            HandlerServiceGrpc.newBlockingStub(channel)
                    .withDeadlineAfter(LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                    .alterInbound(request);
            return Optional.empty();
        } catch (StatusRuntimeException e) {
            return Optional.of(e.getStatus().getCode() + " " + e.getStatus().getDescription());
        }
    }

    TypedMessage typed(String name, ByteString value) {
        return TypedMessage.newBuilder()
                .setType(typePrefix + name)
                .setValue(value)
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
