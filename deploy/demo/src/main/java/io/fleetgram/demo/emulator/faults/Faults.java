package io.fleetgram.demo.emulator.faults;

import io.fleetgram.demo.emulator.chat.Update;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Fault.Trouble;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The faults in force; used only in a turn of the world. */
public final class Faults {
    private final World world;
    private final InstantSource time;
    private final List<Fault> faults = new ArrayList<>();
    private long lastId;

    public Faults(World world, InstantSource time) {
        this.world = world;
        this.time = time;
    }

    /** Puts a fault in force; {@code seconds} 0 for no end. */
    public Fault add(Trouble trouble, String method, String chat, int count, int seconds) {
        long until = seconds == 0 ? 0 : time.millis() + TimeUnit.SECONDS.toMillis(seconds);
        var fault = new Fault(++lastId, trouble, method, chat, count, until);
        faults.add(fault);
        world.updates().wake();
        return fault;
    }

    /** Ends all faults. */
    public void clear() {
        faults.clear();
        world.updates().wake();
    }

    /** Ends one fault; false if there is none of that id. */
    public boolean clear(long id) {
        boolean removed = faults.removeIf(fault -> fault.id() == id);
        world.updates().wake();
        return removed;
    }

    public List<Fault> inForce() {
        faults.removeIf(fault -> fault.until() != 0 && fault.until() <= time.millis());
        return List.copyOf(faults);
    }

    /** What strikes this request; each fault that does is used up by one. */
    public List<Fault> strike(String method, String chat) {
        var striking = inForce().stream()
                .filter(fault -> !(fault.trouble() instanceof Trouble.DuplicateUpdate))
                .filter(fault -> fault.strikes(method, chat))
                .toList();
        striking.forEach(this::use);
        return striking;
    }

    private void use(Fault fault) {
        int at = faults.indexOf(fault);
        faults.remove(at);
        fault.struck().ifPresent(left -> faults.add(at, left));
    }

    /** Ends a waiting request if an outage has begun meanwhile. */
    public void cutWaiting(String method) {
        if (inForce().stream()
                .anyMatch(fault -> fault.trouble() instanceof Trouble.Outage && fault.strikes(method, ""))) {
            throw new ConnectionCut();
        }
    }

    /** Waits, letting others in, until the time is over or the fault is cleared; returns nanoseconds left. */
    public long delay(Fault slow, int milliseconds) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(milliseconds);
        boolean lasting = inForce().contains(slow);
        while (left > 0 && (!lasting || inForce().contains(slow))) {
            left = world.updates().await(left);
        }
        return left;
    }

    /** The updates, with those doubled that a fault strikes. */
    public List<Update> duplicated(List<Update> updates) {
        var delivered = new ArrayList<Update>();
        for (var update : updates) {
            delivered.add(update);
            inForce().stream()
                    .filter(fault -> fault.trouble() instanceof Trouble.DuplicateUpdate)
                    .findFirst()
                    .ifPresent(fault -> {
                        delivered.add(update);
                        use(fault);
                    });
        }
        return delivered;
    }
}
