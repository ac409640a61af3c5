package io.fleetgram.agent;

import java.util.ArrayList;
import java.util.List;

/** The threads of an agent's loops. None is ever interrupted: that could cut a write in two. */
final class Loops {

    private final List<Thread> threads = new ArrayList<>();

    Thread start(String name, Runnable loop) {
        var thread = Thread.ofPlatform().name(name).start(loop);
        threads.add(thread);
        return thread;
    }

    /** Waits until every loop has ended, each having been told to. */
    void join() throws InterruptedException {
        for (var thread : threads) {
            thread.join();
        }
    }
}
