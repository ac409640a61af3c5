package io.fleetgram.agent.meter;

import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.JournalRecord.Counted.Step;
import java.util.ArrayList;
import java.util.List;

/** What the counters of one reading moved by since the reading before. A counter that fell moves from zero. */
final class CounterSteps {

    private final Position position;
    private final CounterReading.Read read;
    private final List<Step> all = new ArrayList<>();
    private final List<String> movedUsers = new ArrayList<>();
    private final List<String> fallen = new ArrayList<>();

    CounterSteps(Position position, CounterReading.Read read) {
        this.position = position;
        this.read = read;
        read.users().forEach((key, to) -> {
            if (step(key, to)) {
                movedUsers.add(key);
            }
        });
        OutboundKey.keyed(read.outbounds()).forEach(this::step);
    }

    List<Step> all() {
        return all;
    }

    List<String> movedUsers() {
        return movedUsers;
    }

    /** Returns the keys of counters that were below their last value. */
    List<String> fallen() {
        return fallen;
    }

    private boolean step(String key, Traffic to) {
        var known = position.absolute(read.core(), key);
        if (known.equals(to)) {
            return false;
        }
        var from = new Traffic(
                to.uplink() < known.uplink() ? 0 : known.uplink(),
                to.downlink() < known.downlink() ? 0 : known.downlink());
        all.add(new Step(key, from, to));
        if (!from.equals(known)) {
            fallen.add(key);
        }
        return true;
    }
}
