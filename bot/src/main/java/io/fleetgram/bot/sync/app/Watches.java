package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The polls of this process, one a node. */
public final class Watches {

    private final ConcurrentHashMap<String, Watch> byNode = new ConcurrentHashMap<>();

    /** Opens a watch; an older one of the same node ends. */
    public Watch open(String node, String serial) {
        var watch = new Watch(node, serial);
        var older = byNode.put(node, watch);
        if (older != null) {
            older.end(new CallRefused(
                    AgentError.POLL_REPLACED, "a newer poll of node " + node + " took the place of this one"));
        }
        return watch;
    }

    public void close(Watch watch) {
        byNode.remove(watch.node(), watch);
    }

    public void wake(Collection<String> nodes) {
        for (String node : nodes) {
            var watch = byNode.get(node);
            if (watch != null) {
                watch.wake();
            }
        }
    }

    public void wakeAll() {
        byNode.values().forEach(Watch::wake);
    }

    /** Ends the polls that a certificate was used for. */
    public void endSerial(String serial, CallRefused reason) {
        end(watch -> watch.serial().equals(serial), reason);
    }

    public void endNode(String node, CallRefused reason) {
        end(watch -> watch.node().equals(node), reason);
    }

    public void endAll(CallRefused reason) {
        end(watch -> true, reason);
    }

    public int parked() {
        return byNode.size();
    }

    private void end(Predicate<Watch> which, CallRefused reason) {
        byNode.values().stream().filter(which).forEach(watch -> watch.end(reason));
    }
}
