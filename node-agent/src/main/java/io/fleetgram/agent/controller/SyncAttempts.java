package io.fleetgram.agent.controller;

import java.util.concurrent.locks.ReentrantLock;

/**
 * How this node gets on with its desired state: how often in a row it could not be stored or not be applied, and why.
 *
 * <p>A controller that is away is no failure; a snapshot that was cut off is one. May be used by several threads at once.
 */
public final class SyncAttempts {

    /**
     * How it stands.
     *
     * @param failures in a row, of storing and of applying
     * @param error why the last one failed; empty if none does
     * @param succeeded whether, in this run, a state was stored and applied and nothing failed since
     */
    public record View(int failures, String error, boolean succeeded) {

        /** Nothing was tried yet. */
        public static final View UNTRIED = new View(0, "", false);
    }

    private final ReentrantLock lock = new ReentrantLock();
    private int storing;
    private int applying;
    private boolean stored;
    private boolean applied;
    private String error = "";

    /** Returns whether this is news: the first failure in a row, or one for another reason. */
    public boolean storingFailed(String why) {
        return failed(true, why);
    }

    /** Returns whether this is news: the first failure in a row, or one for another reason. */
    public boolean applyingFailed(String why) {
        return failed(false, why);
    }

    public void stored() {
        lock.lock();
        try {
            stored = true;
            storing = 0;
            forgetIfWell();
        } finally {
            lock.unlock();
        }
    }

    public void applied() {
        lock.lock();
        try {
            applied = true;
            applying = 0;
            forgetIfWell();
        } finally {
            lock.unlock();
        }
    }

    public View view() {
        lock.lock();
        try {
            int failures = storing + applying;
            return new View(failures, error, stored && applied && failures == 0);
        } finally {
            lock.unlock();
        }
    }

    private boolean failed(boolean whileStoring, String why) {
        lock.lock();
        try {
            storing += whileStoring ? 1 : 0;
            applying += whileStoring ? 0 : 1;
            boolean news = !error.equals(why);
            error = why;
            return news;
        } finally {
            lock.unlock();
        }
    }

    private void forgetIfWell() {
        if (storing + applying == 0) {
            error = "";
        }
    }
}
