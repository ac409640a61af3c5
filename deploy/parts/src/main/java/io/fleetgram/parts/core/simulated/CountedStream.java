package io.fleetgram.parts.core.simulated;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The counters that one stream adds to.
 *
 * <p>A user's and an outbound's are of the payload alone. An inbound's also have the VLESS request and the two bytes of the
 * answer.
 *
 * @param uplink the user's and the outbound's
 * @param downlink likewise
 */
record CountedStream(
        List<AtomicLong> uplink,
        List<AtomicLong> downlink,
        List<AtomicLong> inboundUplink,
        List<AtomicLong> inboundDownlink) {

    /** Makes the user's counters: they are listed from the first stream on, even if no byte follows. */
    static CountedStream of(Counters counters, Policy policy, String inboundPrefix, CoreUser user) {
        var name = "user>>>" + user.email() + ">>>traffic>>>";
        var named = !user.email().isEmpty();
        var outbound = "outbound>>>" + policy.outbound() + ">>>traffic>>>";
        return new CountedStream(
                both(
                        when(named && policy.uplinkLevels().contains(user.level()), counters, name + "uplink"),
                        when(policy.outboundUplink(), counters, outbound + "uplink")),
                both(
                        when(named && policy.downlinkLevels().contains(user.level()), counters, name + "downlink"),
                        when(policy.outboundDownlink(), counters, outbound + "downlink")),
                when(policy.inboundUplink(), counters, inboundPrefix + "uplink"),
                when(policy.inboundDownlink(), counters, inboundPrefix + "downlink"));
    }

    private static List<AtomicLong> when(boolean counted, Counters counters, String name) {
        return counted ? List.of(counters.counter(name)) : List.of();
    }

    void request(long bytes) {
        add(inboundUplink, bytes);
    }

    void answer(long bytes) {
        add(inboundDownlink, bytes);
    }

    List<AtomicLong> allUplink() {
        return both(uplink, inboundUplink);
    }

    List<AtomicLong> allDownlink() {
        return both(downlink, inboundDownlink);
    }

    private static List<AtomicLong> both(List<AtomicLong> some, List<AtomicLong> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    static void add(List<AtomicLong> counters, long bytes) {
        counters.forEach(counter -> counter.addAndGet(bytes));
    }
}
