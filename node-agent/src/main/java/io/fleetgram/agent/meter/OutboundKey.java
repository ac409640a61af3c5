package io.fleetgram.agent.meter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How an outbound of the core is named among the keys of journal and rows.
 *
 * <p>No user has such a name: the core itself puts these signs between the parts of its counters' names.
 */
public final class OutboundKey {

    private static final String PREFIX = "outbound>>>";

    private OutboundKey() {}

    static String of(String tag) {
        return PREFIX + tag;
    }

    /** Returns the outbound's tag; empty if the key is a user's. */
    public static Optional<String> tag(String key) {
        return key.startsWith(PREFIX) ? Optional.of(key.substring(PREFIX.length())) : Optional.empty();
    }

    static <T> Map<String, T> keyed(Map<String, T> byTag) {
        var keyed = new HashMap<String, T>();
        byTag.forEach((tag, value) -> keyed.put(of(tag), value));
        return keyed;
    }
}
