package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import io.fleetgram.parts.traffic.ProxyClient;
import io.fleetgram.parts.traffic.ShareLink;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** One long download on one stream, read at a bounded rate while other things happen. */
final class LiveDownload implements AutoCloseable {

    private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    private final ProxyClient client;
    private final AtomicLong received = new AtomicLong();
    private final CompletableFuture<Amount> whole = new CompletableFuture<>();

    private LiveDownload(ProxyClient client) {
        this.client = client;
    }

    /** Starts it; it takes about a second for every 5 MB. */
    static LiveDownload start(ShareLink link, ByteTarget target, long bytes) {
        var download = new LiveDownload(ProxyClient.open(link));
        Thread.ofVirtual().start(() -> download.run(target, bytes));
        return download;
    }

    private void run(ByteTarget target, long bytes) {
        var address = target.bytes(bytes);
        try (var socket = client.connect(address.getHost(), address.getPort())) {
            var paced = new Paced(socket.getInputStream());
            var done = new PlainHttp(paced, socket.getOutputStream()).get(address);
            whole.complete(new Amount(done.sent(), done.received()));
        } catch (IOException e) {
            whole.completeExceptionally(e);
        }
    }

    /** Waits until more bytes have come than had when this was called; false if the stream ended instead. */
    boolean goesOn() {
        var before = received.get();
        return Until.isTrue(Duration.ofSeconds(10), () -> received.get() > before) && !whole.isDone();
    }

    /** Waits for the last byte and returns every byte that went, heads of request and answer included. */
    Amount whole(Duration limit) throws InterruptedException {
        try {
            return whole.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the download broke off after " + received + " bytes", e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the download had " + received + " bytes after " + limit, e);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private final class Paced extends InputStream {

        private static final int AT_ONCE = 16 * 1024;

        private final InputStream in;

        Paced(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            var next = in.read();
            received.addAndGet(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            LockSupport.parkNanos(PAUSE_NANOS);
            var read = in.read(into, offset, Math.min(length, AT_ONCE));
            received.addAndGet(Math.max(read, 0));
            return read;
        }
    }
}
