package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.Dialect;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the API on one port of this machine.
 *
 * <p>Plain HTTP/2: the core's API knows no TLS. No keep-alive pings: the core ends connections that ping more often than
 * every five minutes. No proxy, whatever the environment says.
 */
final class CoreApi implements AutoCloseable {

    /** 100,000 counters are 4.5 MB, above the library's own limit of 4 MiB. */
    private static final int LARGEST_ANSWER = 64 * 1024 * 1024;

    private final ManagedChannel channel;
    private volatile @Nullable Dialect dialect;

    CoreApi(int port) {
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .proxyDetector(target -> null)
                .maxInboundMessageSize(LARGEST_ANSWER)
                .build();
    }

    /** Returns the dialect spoken there; asks at most once successfully. */
    Spoken spoken(Duration deadline) {
        Dialect known = dialect;
        return known == null ? ask(deadline) : new Spoken.In(known);
    }

    /** Asks for a sign of life. */
    Spoken ask(Duration deadline) {
        Dialect known = dialect;
        Spoken answer = known == null ? tryEach(deadline) : trying(known, deadline);
        if (answer instanceof Spoken.In in) {
            dialect = in.dialect();
        }
        return answer;
    }

    /** Returns a channel that names services as the dialect does. */
    Channel in(Dialect dialect) {
        return ClientInterceptors.intercept(channel, new DialectInterceptor(dialect));
    }

    /** Forgets that earlier attempts to connect failed, so that the next call connects at once. */
    void connectSoon() {
        channel.resetConnectBackoff();
    }

    private Spoken tryEach(Duration deadline) {
        Spoken answer = new Spoken.Nothing("never asked");
        for (Dialect candidate : Dialect.values()) {
            answer = trying(candidate, deadline);
            if (!(answer instanceof Spoken.Nothing nothing && nothing.why().startsWith("UNIMPLEMENTED"))) {
                return answer;
            }
        }
        return answer;
    }

    private Spoken trying(Dialect candidate, Duration deadline) {
        try {
            var unused = StatsServiceGrpc.newBlockingStub(in(candidate))
                    .withDeadlineAfter(deadline.toNanos(), TimeUnit.NANOSECONDS)
                    .getSysStats(SysStatsRequest.getDefaultInstance());
            return new Spoken.In(candidate);
        } catch (StatusRuntimeException e) {
            return new Spoken.Nothing(text(e.getStatus()));
        }
    }

    static String text(Status status) {
        return status.getDescription() == null
                ? status.getCode().name()
                : status.getCode() + ": " + status.getDescription();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
