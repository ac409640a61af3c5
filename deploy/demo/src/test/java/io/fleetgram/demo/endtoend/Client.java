package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import io.fleetgram.parts.traffic.ProxyClient;
import io.fleetgram.parts.traffic.ShareLink;
import java.io.IOException;
import java.time.Duration;

/** A user's client on one share link, which tries whether it is served. */
final class Client implements AutoCloseable {

    private static final int ANSWER_MILLIS = 5_000;

    private final ProxyClient proxy;
    private final ByteTarget target;

    private Client(ProxyClient proxy, ByteTarget target) {
        this.proxy = proxy;
        this.target = target;
    }

    static Client on(ShareLink link, ByteTarget target) {
        return new Client(ProxyClient.open(link), target);
    }

    /** Waits until a new stream brings bytes. */
    boolean isServedWithin(Duration limit) {
        return Until.isTrue(limit, this::isServed);
    }

    /** Waits until a new stream brings none. */
    boolean isRefusedWithin(Duration limit) {
        return Until.isTrue(limit, () -> !isServed());
    }

    private boolean isServed() {
        var address = target.bytes(1);
        try (var socket = proxy.connect(address.getHost(), address.getPort())) {
            socket.setSoTimeout(ANSWER_MILLIS);
            return new PlainHttp(socket.getInputStream(), socket.getOutputStream())
                            .get(address)
                            .body()
                    == 1;
        } catch (IOException refused) {
            return false;
        }
    }

    @Override
    public void close() {
        proxy.close();
    }
}
