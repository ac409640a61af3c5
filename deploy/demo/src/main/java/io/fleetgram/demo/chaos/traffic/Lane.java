package io.fleetgram.demo.chaos.traffic;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.chaos.Comparison.Moved;
import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.parts.vless.VlessStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One account's traffic through one node: exchanges, one after the other, on streams that each last for some of them.
 *
 * <p>An exchange is some bytes to the site and some back. When its last byte has come, the core has counted all of it.
 */
public final class Lane {

    /** Hears of a stream that broke. */
    public interface Listener {
        void brokeOff(Cell cell, IOException why);
    }

    private enum Wish {
        GO,
        REST,
        END
    }

    private static final int LARGEST_REQUEST = 16 * 1024;
    private static final int LARGEST_ANSWER = 64 * 1024;
    private static final int LONGEST_STREAM = 60;
    private static final int LONGEST_PAUSE_MICROS = 60_000;
    private static final long SHORT_NANOS = 10_000_000;
    private static final long REFUSED_NANOS = 20_000_000;

    private final Cell cell;
    private final VlessClient client;
    private final Answerer site;
    private final Listener listener;
    private final Random random;
    private final Tally tally = new Tally();
    private final Thread thread;
    private volatile Wish wish = Wish.REST;
    private volatile boolean rests = true;
    private volatile boolean streamIsGone;
    private @Nullable VlessStream stream;
    private int leftOnStream;

    public Lane(Cell cell, VlessClient client, Answerer site, Listener listener, long seed) {
        this.cell = cell;
        this.client = client;
        this.site = site;
        this.listener = listener;
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().name("lane " + cell).start(this::run);
    }

    public Cell cell() {
        return cell;
    }

    /** Lets traffic flow. */
    public void go() {
        wish = Wish.GO;
        LockSupport.unpark(thread);
    }

    /** Lets the exchange that is under way come to its end, and begins no other. */
    public void rest() {
        wish = Wish.REST;
    }

    /** Says whether no exchange is under way, and none will begin. */
    public boolean rests() {
        return wish != Wish.GO && rests;
    }

    /** Tells a resting lane that its stream's core is dead, so that nothing is sent into it. */
    public void streamIsGone() {
        streamIsGone = true;
    }

    /** Ends the lane after the exchange that is under way. */
    public void end() {
        wish = Wish.END;
        LockSupport.unpark(thread);
    }

    /** How many exchanges came to their end. */
    public long exchanges() {
        return tally.exchanges();
    }

    /** What has passed until now; what is under way counts as torn. */
    public Moved moved() {
        return tally.moved();
    }

    /** What had passed at least by then, by {@link System#nanoTime}. */
    public Amount wholeBy(long nanos) {
        return tally.wholeBy(nanos);
    }

    /** Notes that a core died whose last reading had no more than this. */
    public void coreDied(Amount read) {
        tally.coreDied(read);
    }

    private void run() {
        while (wish != Wish.END) {
            if (wish == Wish.REST) {
                rests = true;
                LockSupport.parkNanos(SHORT_NANOS);
                continue;
            }
            rests = false;
            try {
                exchange();
                LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_MICROS) * 1_000L);
            } catch (IOException e) {
                tally.torn();
                leave();
                listener.brokeOff(cell, e);
                LockSupport.parkNanos(REFUSED_NANOS);
            }
        }
        leave();
        rests = true;
    }

    private void exchange() throws IOException {
        if (streamIsGone) {
            leave();
            streamIsGone = false;
        }
        var on = stream;
        if (on == null) {
            on = client.open(site.host(), site.port());
            stream = on;
            leftOnStream = 1 + random.nextInt(LONGEST_STREAM);
        }
        int request = 1 + random.nextInt(LARGEST_REQUEST);
        int answer = 1 + random.nextInt(LARGEST_ANSWER);
        var bytes = ByteBuffer.allocate(Answerer.HEAD + request)
                .putInt(request)
                .putInt(answer)
                .array();
        tally.begins(new Amount(bytes.length, answer));
        on.output().write(bytes);
        if (on.input().readNBytes(answer).length < answer) {
            throw new EOFException("the stream ended within an answer");
        }
        tally.done();
        if (--leftOnStream == 0) {
            leave();
        }
    }

    private void leave() {
        var left = stream;
        stream = null;
        if (left != null) {
            try {
                left.close();
            } catch (IOException goneAlready) {
                listener.brokeOff(cell, goneAlready);
            }
        }
    }
}
