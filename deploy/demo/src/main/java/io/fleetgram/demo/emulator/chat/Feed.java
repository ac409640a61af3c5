package io.fleetgram.demo.emulator.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;

/** The last events, in order, and a way to wait for the next; used only in a turn of the world. */
public final class Feed {
    private static final int KEPT = 10_000;

    private final Deque<Event> events = new ArrayDeque<>();
    private final Condition grown;
    private long last;

    /** Begins to count at {@code first}: the clock's milliseconds, so that numbers grow from run to run. */
    Feed(Condition grown, long first) {
        this.grown = grown;
        this.last = first;
    }

    public Event add(Event event) {
        var numbered = event.numbered(++last);
        events.addLast(numbered);
        if (events.size() > KEPT) {
            events.removeFirst();
        }
        grown.signalAll();
        return numbered;
    }

    /** The newest event's number, or where counting began. */
    public long last() {
        return last;
    }

    /** False when some event after {@code number} is no longer kept, or when the number is of another run. */
    public boolean reachesBackTo(long number) {
        long floor = events.isEmpty() ? last : events.getFirst().number() - 1;
        return number >= floor && number <= last;
    }

    /** Events after {@code number}, at once if there are some, else as soon as one comes, at the latest after the wait. */
    public List<Event> await(long number, long nanoseconds) throws InterruptedException {
        long left = nanoseconds;
        while (last <= number && left > 0) {
            left = grown.awaitNanos(left);
        }
        return events.stream().filter(event -> event.number() > number).toList();
    }

    /** Goes on behind the numbers of an earlier run. */
    void goOnAfter(long number) {
        last = Math.max(last, number);
    }
}
