package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.CoreRun;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps one connection, to the present run of the core; another run gets another one. */
final class Connections implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable CoreRun to;
    private @Nullable CoreApi api;

    /** Asks for a sign of life first, so that what is sent next is not sent to a core that was dead already. */
    Connected to(CoreRun run, Duration deadline) {
        var api = apiOf(run);
        return switch (api.ask(deadline)) {
            case Spoken.In in -> new Connected.To(run.identity(), api, in.dialect());
            case Spoken.Nothing nothing -> {
                api.connectSoon();
                yield new Connected.Nobody(nothing.why());
            }
        };
    }

    private CoreApi apiOf(CoreRun run) {
        lock.lock();
        try {
            var present = api;
            if (present != null && run.equals(to)) {
                return present;
            }
            close();
            var fresh = new CoreApi(run.apiPort());
            api = fresh;
            to = run;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (api != null) {
                api.close();
                api = null;
            }
        } finally {
            lock.unlock();
        }
    }
}
