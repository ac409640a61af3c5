package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.index.Verdict;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a poll comes back with. */
public sealed interface PollAnswer {

    record Unchanged(long version) implements PollAnswer {}

    record Delta(Verdict.Changes changes) implements PollAnswer {}

    /** A snapshot that holds one of the few places until it is closed. */
    final class Whole implements PollAnswer, AutoCloseable {

        private final Snapshot snapshot;
        private final Runnable release;
        private final AtomicBoolean open = new AtomicBoolean(true);

        Whole(Snapshot snapshot, Runnable release) {
            this.snapshot = snapshot;
            this.release = release;
        }

        public Snapshot snapshot() {
            return snapshot;
        }

        @Override
        public void close() {
            if (open.compareAndSet(true, false)) {
                release.run();
            }
        }
    }
}
