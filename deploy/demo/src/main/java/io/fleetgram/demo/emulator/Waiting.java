package io.fleetgram.demo.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits at an emulator for something to happen, until patience is at its end. */
final class Waiting {
    private final UserSide side;
    private final long deadline;
    private long from;

    Waiting(UserSide side, Duration patience) {
        this.side = side;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /** From here on, whatever happens ends the next wait. */
    void mark() throws InterruptedException {
        from = side.get("/emulator/events?wait=0").json().path("last").asLong();
    }

    void from(long event) {
        from = event;
    }

    /** What has happened up to now, at once. */
    List<JsonNode> events() throws InterruptedException {
        var events = new ArrayList<JsonNode>();
        var reply = side.get("/emulator/events?wait=0&after=" + from).json();
        reply.path("events").forEach(events::add);
        from = reply.path("last").asLong();
        return events;
    }

    /** Waits for an event; false if patience ended first. */
    boolean forNextEvent() throws InterruptedException {
        while (System.nanoTime() < deadline) {
            long seconds = Math.clamp((deadline - System.nanoTime()) / 1_000_000_000L, 1, 20);
            var reply = side.get("/emulator/events?wait=" + seconds + "&after=" + from)
                    .json();
            if (!reply.path("events").isEmpty() || reply.path("reset").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
