package io.fleetgram.agent.meter;

import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserListing;
import io.fleetgram.agent.core.UserOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A core that only counts: bytes pass when the test says so, and a restart makes every counter zero. */
final class CountingCore implements Core {

    private final Map<String, Traffic> counters = new TreeMap<>();
    private final Map<String, Traffic> outbounds = new TreeMap<>();
    private long starts = 1;
    private long boots = 1;
    private boolean readable = true;

    void pass(String key, long uplink, long downlink) {
        counters.merge(key, new Traffic(uplink, downlink), Traffic::plus);
    }

    void passOut(String tag, long uplink, long downlink) {
        outbounds.merge(tag, new Traffic(uplink, downlink), Traffic::plus);
    }

    CounterReading.Read read() {
        return new CounterReading.Read(run(), Map.copyOf(counters), Map.of(), Map.copyOf(outbounds));
    }

    void set(String key, long uplink, long downlink) {
        counters.put(key, new Traffic(uplink, downlink));
    }

    void restart() {
        counters.clear();
        outbounds.clear();
        starts++;
    }

    /** The machine starts anew, and the core with it. */
    void reboot() {
        restart();
        boots++;
    }

    void beReadable(boolean now) {
        readable = now;
    }

    CoreIdentity run() {
        return new CoreIdentity("boot" + boots, 4711, starts);
    }

    @Override
    public Optional<CoreIdentity> identity() {
        return Optional.of(run());
    }

    @Override
    public CounterReading readCounters() {
        return readable ? read() : new CounterReading.Unreadable("it does not answer");
    }

    @Override
    public List<UserOutcome> alter(List<UserChange> changes) {
        throw new UnsupportedOperationException("the meter changes no users");
    }

    @Override
    public UserListing usersOf(String tag) {
        throw new UnsupportedOperationException("the meter asks for no users");
    }

    @Override
    public CoreStatus status() {
        return new CoreStatus.Stopped("the meter does not ask");
    }

    @Override
    public Capabilities capabilities() {
        throw new UnsupportedOperationException("the meter does not ask");
    }
}
