package io.fleetgram.demo.chaos.traffic;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.chaos.Comparison.Moved;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** What one lane moved, with the history of the last while. */
final class Tally {

    private record Mark(long nanos, Amount whole) {}

    /** Some minutes of a lane. */
    private static final int MARKS = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Mark> history = new ArrayDeque<>();
    private Amount whole = Amount.NONE;
    private Amount underWay = Amount.NONE;
    private Amount torn = Amount.NONE;
    private Amount atRisk = Amount.NONE;
    private long exchanges;

    void begins(Amount exchange) {
        locked(() -> underWay = exchange);
    }

    void done() {
        locked(() -> {
            whole = whole.plus(underWay);
            underWay = Amount.NONE;
            exchanges++;
            history.addLast(new Mark(System.nanoTime(), whole));
            if (history.size() > MARKS) {
                history.removeFirst();
            }
            return whole;
        });
    }

    void torn() {
        locked(() -> {
            torn = torn.plus(underWay);
            underWay = Amount.NONE;
            return torn;
        });
    }

    void coreDied(Amount read) {
        locked(() -> atRisk = atRisk.plus(whole.plus(underWay).minus(read)));
    }

    Amount wholeBy(long nanos) {
        return locked(() -> {
            var marks = history.descendingIterator();
            while (marks.hasNext()) {
                var mark = marks.next();
                if (mark.nanos() - nanos <= 0) {
                    return mark.whole();
                }
            }
            return Amount.NONE;
        });
    }

    Moved moved() {
        return locked(() -> new Moved(whole, torn.plus(underWay), atRisk));
    }

    long exchanges() {
        return locked(() -> exchanges);
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
