package io.fleetgram.demo.emulator.chat;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.locks.Condition;

/**
 * The queue of updates, as tdlib's {@code TQueue} behaves: an offset confirms everything below it, and one far in the
 * future or in the past is answered from the head.
 */
public final class Updates {

    /** What an empty list of allowed updates leaves out. */
    private static final Set<String> ONLY_ON_DEMAND =
            Set.of("chat_member", "message_reaction", "message_reaction_count");

    private static final int FUTURE = 10;

    private final Deque<Update> queue = new ArrayDeque<>();
    private final Condition changed;
    private int next;
    private int waitingPolls;
    private OptionalInt restartAt = OptionalInt.empty();
    private Set<String> allowed = Set.of();

    Updates(Condition changed, int first) {
        this.changed = changed;
        this.next = first;
    }

    /** Queues an update, unless the bot has said it does not want its type. */
    public void offer(String type, String json) {
        if (!wants(type)) {
            return;
        }
        if (queue.isEmpty() && restartAt.isPresent()) {
            next = restartAt.getAsInt();
            restartAt = OptionalInt.empty();
        }
        queue.addLast(new Update(next++, type, json));
        changed.signalAll();
    }

    private boolean wants(String type) {
        return allowed.isEmpty() ? !ONLY_ON_DEMAND.contains(type) : allowed.contains(type);
    }

    /** What the bot wants from now on; empty for the usual. */
    public void allow(Collection<String> types) {
        allowed = Set.copyOf(types);
    }

    public Set<String> allowed() {
        return allowed;
    }

    /** Confirms everything below the offset and returns what comes then. */
    public List<Update> take(int offset, int limit) {
        if (offset < 0) {
            while (queue.size() > -offset) {
                queue.removeFirst();
            }
        } else if (offset > 0 && offset <= next + FUTURE) {
            while (!queue.isEmpty() && queue.getFirst().id() < offset) {
                queue.removeFirst();
            }
        }
        return queue.stream().limit(limit).toList();
    }

    /** Waits for a change in the queue, for somebody who wakes all, or for nothing: callers look again and loop. */
    @SuppressWarnings("WaitNotInLoop")
    public long await(long nanoseconds) throws InterruptedException {
        return changed.awaitNanos(nanoseconds);
    }

    /** As {@link #await}, for a poll of the bot. */
    public long awaitInPoll(long nanoseconds) throws InterruptedException {
        waitingPolls++;
        try {
            return await(nanoseconds);
        } finally {
            waitingPolls--;
        }
    }

    /** How many polls wait now: 1 while a bot is connected and nothing happens. */
    public int waitingPolls() {
        return waitingPolls;
    }

    /** Lets all who wait look again. */
    public void wake() {
        changed.signalAll();
    }

    /** Forgets what was not delivered. */
    public void drop() {
        queue.clear();
    }

    public int pending() {
        return queue.size();
    }

    /** From the next update that finds the queue empty, ids begin here; a real server does so after a quiet week. */
    public void restartAt(int id) {
        restartAt = OptionalInt.of(id);
    }

    Collection<Update> queued() {
        return queue;
    }

    /** The id the next update gets. */
    public int next() {
        return next;
    }

    void restore(Collection<Update> updates, int nextId, Collection<String> types) {
        queue.addAll(updates);
        next = nextId;
        allow(types);
    }
}
