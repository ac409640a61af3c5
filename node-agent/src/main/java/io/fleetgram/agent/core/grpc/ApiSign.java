package io.fleetgram.agent.core.grpc;

import java.time.Duration;

/** Tells whether a core answers on a port: what a new core is waited for by, and what tells that one hangs. */
public final class ApiSign implements AutoCloseable {

    private final CoreApi api;

    public ApiSign(int port) {
        this.api = new CoreApi(port);
    }

    /** Returns whether a core answered before the deadline. */
    public boolean given(Duration deadline) {
        return switch (api.ask(deadline)) {
            case Spoken.In in -> true;
            case Spoken.Nothing nothing -> {
                api.connectSoon();
                yield false;
            }
        };
    }

    @Override
    public void close() {
        api.close();
    }
}
