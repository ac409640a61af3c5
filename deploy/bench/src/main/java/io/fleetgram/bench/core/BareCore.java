package io.fleetgram.bench.core;

import com.google.protobuf.MessageLite;
import io.fleetgram.bench.bare.Entries;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreConfiguration;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.core.grpc.CoreApi;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.wire.core.protocol.User;
import io.fleetgram.wire.core.proxyman.AddUserOperation;
import io.fleetgram.wire.core.proxyman.AlterInboundRequest;
import io.fleetgram.wire.core.proxyman.AlterInboundResponse;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.fleetgram.wire.core.proxyman.RemoveUserOperation;
import io.fleetgram.wire.core.serial.TypedMessage;
import io.fleetgram.wire.core.vless.Account;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** A core run by hand, and the least that brings users into it: requests made beforehand, nothing looked at but failure. */
final class BareCore implements AutoCloseable {

    private static final int WINDOW = 128;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CoreProcess process;
    private final ManagedChannel channel;
    private final String prefix;
    private final MethodDescriptor<AlterInboundRequest, AlterInboundResponse> method;

    private BareCore(CoreBinary binary, Path directory) {
        int port = FreePort.find();
        process = CoreProcess.start(
                binary, directory, new CoreConfiguration(binary.kind(), port, FreePort.find()).json());
        channel =
                NettyChannelBuilder.forAddress("127.0.0.1", port).usePlaintext().build();
        prefix = binary.kind() == CoreKind.V2RAY ? "v2ray.core." : "xray.";
        method = HandlerServiceGrpc.getAlterInboundMethod().toBuilder()
                .setFullMethodName(prefix + "app.proxyman.command.HandlerService/AlterInbound")
                .build();
        try (var api = CoreApi.open(binary.kind(), port)) {
            if (!api.answersWithin(PATIENCE)) {
                throw new IllegalStateException("the core does not answer: " + process.output());
            }
        }
    }

    static BareCore start(CoreBinary binary, Path directory) {
        return new BareCore(binary, directory);
    }

    List<AlterInboundRequest> additions(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> request(
                        "AddUserOperation",
                        AddUserOperation.newBuilder()
                                .setUser(User.newBuilder()
                                        .setEmail(email(number))
                                        .setAccount(typed(
                                                "proxy.vless.Account",
                                                Account.newBuilder()
                                                        .setId(Entries.id(number)
                                                                .toString())
                                                        .build())))
                                .build()))
                .toList();
    }

    List<AlterInboundRequest> removals(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> request(
                        "RemoveUserOperation",
                        RemoveUserOperation.newBuilder().setEmail(email(number)).build()))
                .toList();
    }

    private static String email(int number) {
        return "bench%08d.%s".formatted(number, Entries.INBOUND);
    }

    private AlterInboundRequest request(String operation, MessageLite message) {
        return AlterInboundRequest.newBuilder()
                .setTag(CoreConfiguration.TAG)
                .setOperation(typed("app.proxyman.command." + operation, message))
                .build();
    }

    private TypedMessage typed(String name, MessageLite message) {
        return TypedMessage.newBuilder()
                .setType(prefix + name)
                .setValue(message.toByteString())
                .build();
    }

    /** Each call waits for the answer to the one before. */
    void oneByOne(List<AlterInboundRequest> requests) {
        for (var request : requests) {
            var unused = ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
        }
    }

    /** As many calls under way as the agent has. */
    void pipelined(List<AlterInboundRequest> requests) throws InterruptedException {
        var window = new Semaphore(WINDOW);
        var failed = new AtomicInteger();
        for (var request : requests) {
            window.acquire();
            ClientCalls.asyncUnaryCall(
                    channel.newCall(method, CallOptions.DEFAULT), request, new StreamObserver<AlterInboundResponse>() {
                        @Override
                        public void onNext(AlterInboundResponse empty) {}

                        @Override
                        public void onError(Throwable error) {
                            failed.incrementAndGet();
                            window.release();
                        }

                        @Override
                        public void onCompleted() {
                            window.release();
                        }
                    });
        }
        window.acquire(WINDOW);
        if (failed.get() > 0) {
            throw new IllegalStateException(failed.get() + " calls failed");
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        process.close();
    }
}
