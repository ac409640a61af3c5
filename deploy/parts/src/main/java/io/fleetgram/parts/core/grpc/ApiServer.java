package io.fleetgram.parts.core.grpc;

import io.fleetgram.parts.core.simulated.RunningCore;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executors;

/** The API of the simulated core, under Xray's service names. */
public final class ApiServer {

    private ApiServer() {}

    /**
     * Serves until the process ends.
     *
     * @param services which services, by their names in the configuration's {@code api.services}, in lower case
     */
    public static Server start(RunningCore core, InetSocketAddress address, Set<String> services, InstantSource time)
            throws IOException {
        var builder = NettyServerBuilder.forAddress(address).executor(Executors.newVirtualThreadPerTaskExecutor());
        if (services.contains("handlerservice")) {
            builder.addService(new HandlerEndpoint(core));
        }
        if (services.contains("statsservice")) {
            builder.addService(new StatsEndpoint(core.counters(), time));
        }
        return builder.build().start();
    }
}
