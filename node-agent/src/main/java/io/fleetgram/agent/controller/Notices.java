package io.fleetgram.agent.controller;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Notices that wait to be told to the controller, oldest first.
 *
 * <p>At most a hundred wait: a controller that was away for long learns what happened last, and the log has the rest.
 */
public final class Notices {

    static final int MOST = 100;

    /** A lasting trouble is told again after this. */
    static final Duration REMIND = Duration.ofMinutes(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Notice> waiting = new ArrayDeque<>();
    private final Map<String, Notice> lasting = new HashMap<>();
    private final InstantSource time;

    public Notices(InstantSource time) {
        this.time = time;
    }

    /** Adds a notice of a trouble that is met again and again while it lasts: told when it begins, changes, or goes on for long. */
    public void addLasting(String kind, String text) {
        lock.lock();
        try {
            var last = lasting.get(kind);
            boolean told = last != null
                    && last.text().equals(text)
                    && Duration.between(last.at(), time.instant()).abs().compareTo(REMIND) < 0;
            if (!told) {
                lasting.put(kind, new Notice(time.instant(), kind, text));
                add(kind, text);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds a notice and logs it. */
    public void add(String kind, String text) {
        System.getLogger("notice").log(System.Logger.Level.WARNING, "{0}: {1}", kind, text);
        lock.lock();
        try {
            if (waiting.size() == MOST) {
                waiting.removeFirst();
            }
            waiting.addLast(new Notice(time.instant(), kind, text));
        } finally {
            lock.unlock();
        }
    }

    public List<Notice> waiting() {
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets notices that the controller has. */
    public void told(List<Notice> notices) {
        lock.lock();
        try {
            waiting.removeAll(notices);
        } finally {
            lock.unlock();
        }
    }
}
