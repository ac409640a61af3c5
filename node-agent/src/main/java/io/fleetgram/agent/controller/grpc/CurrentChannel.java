package io.fleetgram.agent.controller.grpc;

import io.fleetgram.agent.store.Credentials;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The connection to one controller at a time, in turn.
 *
 * <p>A connection that failed is thrown away, because a channel that pauses between its own attempts would fail every call
 * in the meantime; when to try again is the poll loop's to say.
 */
final class CurrentChannel {

    private final ReentrantLock lock = new ReentrantLock();
    private final Duration connectDeadline;
    private Credentials credentials;
    private SslContext tls;
    private int turn;
    private boolean closed;
    private @Nullable ManagedChannel channel;

    CurrentChannel(Credentials credentials, Duration connectDeadline) {
        this.connectDeadline = connectDeadline;
        this.credentials = credentials;
        this.tls = Channels.asNode(credentials);
    }

    /** Returns the connection, made now if there is none; empty once closed. */
    Optional<ManagedChannel> get() {
        lock.lock();
        try {
            if (closed) {
                return Optional.empty();
            }
            var present = channel;
            if (present == null) {
                var controllers = credentials.controllers();
                present = Channels.open(controllers.get(turn % controllers.size()), credentials, tls, connectDeadline);
                channel = present;
            }
            return Optional.of(present);
        } finally {
            lock.unlock();
        }
    }

    /** Goes on to the next controller, if this connection is still the present one. */
    void failed(ManagedChannel used) {
        lock.lock();
        try {
            if (used.equals(channel)) {
                turn++;
                drop();
            }
        } finally {
            lock.unlock();
        }
    }

    void use(Credentials next) {
        lock.lock();
        try {
            credentials = next;
            tls = Channels.asNode(next);
            drop();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            drop();
        } finally {
            lock.unlock();
        }
    }

    private void drop() {
        if (channel != null) {
            channel.shutdownNow();
            channel = null;
        }
    }
}
