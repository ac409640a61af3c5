package io.fleetgram.bot.sync.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a restarted agent from a second one. A restarted agent's old run never polls again; when a run that another one
 * replaced comes back, two agents are running with one identity.
 */
final class Runs {

    private static final int REMEMBERED = 8;

    private record Seen(String present, Deque<String> replaced) {}

    private final Map<String, Seen> byNode = new HashMap<>();

    /** Returns whether this poll shows that two agents run at once. */
    synchronized boolean secondRun(String node, String run) {
        var seen = byNode.get(node);
        if (seen == null) {
            byNode.put(node, new Seen(run, new ArrayDeque<>()));
            return false;
        }
        if (seen.present().equals(run)) {
            return false;
        }
        boolean back = seen.replaced().remove(run);
        seen.replaced().addLast(seen.present());
        while (seen.replaced().size() > REMEMBERED) {
            seen.replaced().removeFirst();
        }
        byNode.put(node, new Seen(run, seen.replaced()));
        return back;
    }

    synchronized void forget(String node) {
        byNode.remove(node);
    }
}
