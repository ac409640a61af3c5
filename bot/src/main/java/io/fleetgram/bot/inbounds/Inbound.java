package io.fleetgram.bot.inbounds;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A listener that cores open for proxy clients.
 *
 * @param tag the core's name of it, which operators and users see too; unique
 * @param listen address on the node; empty lets the node choose, which is every address unless it is set up otherwise
 * @param port 1 to 65535
 * @param sniffing whether the core looks into streams for their destination
 */
public record Inbound(
        InboundKey key,
        String tag,
        Protocol protocol,
        Optional<String> listen,
        int port,
        Transport transport,
        Security security,
        Flow flow,
        boolean sniffing,
        boolean enabled) {

    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Inbound {
        if (!TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException("a tag is 1 to 64 letters, digits, hyphens or underscores, not: " + tag);
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
        if (flow == Flow.VISION && security instanceof Security.None) {
            throw new IllegalArgumentException("the flow " + flow.wireName() + " needs REALITY or TLS");
        }
    }

    /** Returns what a core must be able to do to run it, in the words of CoreStatus.capabilities. */
    public Set<String> needs() {
        var needs = new TreeSet<String>();
        needs.add(protocol.capability());
        switch (security) {
            case Security.None none -> {}
            case Security.Reality reality -> needs.add("reality");
        }
        return needs;
    }

    /** Says whether a core with these capabilities can run it. A core that has not said anything is not judged. */
    public Fit on(Set<String> capabilities) {
        if (capabilities.isEmpty()) {
            return Fit.UNKNOWN;
        }
        return capabilities.containsAll(needs()) ? Fit.RUNS : Fit.NOT_ON_THIS_CORE;
    }

    /** Whether a core can run an inbound. */
    public enum Fit {
        RUNS,
        NOT_ON_THIS_CORE,
        /** The core has not said what it can do. */
        UNKNOWN
    }
}
