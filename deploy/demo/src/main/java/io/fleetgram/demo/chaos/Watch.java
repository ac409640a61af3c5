package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Books;
import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.chaos.Comparison.Moved;
import io.fleetgram.demo.stack.Until;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Looks into the books all the time: nothing is ever booked that did not go, and nothing that was booked goes away. */
final class Watch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Books books;
    private final Supplier<Map<Cell, Moved>> moved;
    private final Map<Cell, Amount> before = new HashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean ended;

    Watch(Books books, Supplier<Map<Cell, Moved>> moved) {
        this.books = books;
        this.moved = moved;
        this.thread = Thread.ofVirtual().name("watch over the books").start(this::run);
    }

    private void run() {
        while (!ended) {
            try {
                look(books.cells());
            } catch (SQLException databaseIsAway) {
                Until.aMoment();
            }
            Until.isTrue(PAUSE, () -> ended);
        }
    }

    private void look(Map<Cell, Amount> booked) {
        // Read after the books: traffic that passes in between must not look like too much.
        var now = moved.get();
        now.forEach((cell, went) -> {
            var amount = booked.getOrDefault(cell, Amount.NONE);
            if (!went.covers(amount)) {
                fault("%s: %s were booked when only %s had gone".formatted(cell, amount, went));
            }
            if (!before.getOrDefault(cell, Amount.NONE).isWithin(amount)) {
                fault("%s: %s were booked, and later only %s".formatted(cell, before.get(cell), amount));
            }
            before.put(cell, amount);
        });
        looks.incrementAndGet();
    }

    private void fault(String what) {
        if (faults.size() < 20) {
            faults.add(what);
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How often it looked. */
    int looks() {
        return looks.get();
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
