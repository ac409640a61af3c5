package io.fleetgram.agent.core.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.wire.core.config.InboundHandlerConfig;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.fleetgram.wire.core.proxyman.ListInboundsRequest;
import io.fleetgram.wire.core.proxyman.ListInboundsResponse;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An Xray on a port of 127.0.0.1; it must be one that lists its inbounds, because a user of a wrong kind would end it. */
public final class ForeignXray implements ForeignCore, AutoCloseable {

    private static final Map<String, Protocol> PROTOCOLS = Map.of(
            "xray.proxy.vless.inbound.Config", Protocol.VLESS,
            "xray.proxy.vmess.inbound.Config", Protocol.VMESS,
            "xray.proxy.trojan.ServerConfig", Protocol.TROJAN,
            "xray.proxy.shadowsocks.ServerConfig", Protocol.SHADOWSOCKS);

    /** Fields of Xray's receiver settings, its list of ports, and a range of them. */
    private static final int PORT_LIST = 1;

    private static final int RANGE = 1;
    private static final int FROM = 1;

    private final CoreApi api;
    private final Duration deadline;

    public ForeignXray(int port, Duration deadline) {
        this.api = new CoreApi(port);
        this.deadline = deadline;
    }

    @Override
    public Look look() {
        var stats = StatsServiceGrpc.newBlockingStub(api.in(Dialect.XRAY))
                .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        var handler = HandlerServiceGrpc.newBlockingStub(api.in(Dialect.XRAY))
                .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS);
        var counted = asked("StatsService", () -> stats.getSysStats(SysStatsRequest.getDefaultInstance()));
        if (counted instanceof Asked.Not not) {
            return not.look();
        }
        return switch (asked("HandlerService", () -> handler.listInbounds(ListInboundsRequest.getDefaultInstance()))) {
            case Asked.Not not -> not.look();
            case Asked.Answered answered -> {
                var inbounds = new HashMap<String, ForeignInbound>();
                ((ListInboundsResponse) answered.answer())
                        .getInboundsList()
                        .forEach(inbound -> inbounds.put(inbound.getTag(), read(inbound)));
                yield new Look.Usable(inbounds);
            }
        };
    }

    private sealed interface Asked {

        record Answered(Object answer) implements Asked {}

        record Not(Look look) implements Asked {}
    }

    private Asked asked(String service, Supplier<Object> call) {
        try {
            return new Asked.Answered(call.get());
        } catch (StatusRuntimeException e) {
            api.connectSoon();
            return new Asked.Not(
                    e.getStatus().getCode() == Status.Code.UNIMPLEMENTED
                            ? new Look.Unusable(missing(service, e.getStatus()))
                            : new Look.Silent(CoreApi.text(e.getStatus())));
        }
    }

    private static String missing(String service, Status status) {
        return String.valueOf(status.getDescription()).contains("unknown method")
                ? "this core does not list its inbounds: use Xray 25.6.7 or newer, or let the agent run the core"
                : "its API has no %s: add \"%s\" to api.services in its configuration and restart it"
                        .formatted(service, service);
    }

    private static ForeignInbound read(InboundHandlerConfig inbound) {
        return new ForeignInbound(
                Optional.ofNullable(PROTOCOLS.get(inbound.getProxySettings().getType())), port(inbound));
    }

    private static int port(InboundHandlerConfig inbound) {
        try {
            var receiver =
                    UnknownFieldSet.parseFrom(inbound.getReceiverSettings().getValue());
            for (var list : receiver.getField(PORT_LIST).getLengthDelimitedList()) {
                for (var range : UnknownFieldSet.parseFrom(list).getField(RANGE).getLengthDelimitedList()) {
                    for (var from :
                            UnknownFieldSet.parseFrom(range).getField(FROM).getVarintList()) {
                        return from.intValue();
                    }
                }
            }
            return 0;
        } catch (InvalidProtocolBufferException unknown) {
            return 0;
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
