package io.fleetgram.bot.inbounds;

import java.util.List;
import java.util.regex.Pattern;

/** What hides the protocol's bytes from whoever watches the line. */
public sealed interface Security {

    /** Nothing does. */
    record None() implements Security {}

    /**
     * REALITY: a handshake that borrows another site's certificate.
     *
     * @param target where the core forwards handshakes of strangers, as host:port
     * @param serverNames names of that site which clients ask for; the first goes into share links
     * @param keys whose public half clients know
     * @param shortIds 1 to 8 bytes each, as lower-case hex; the first goes into share links
     */
    record Reality(String target, List<String> serverNames, X25519Keys keys, List<String> shortIds)
            implements Security {

        private static final Pattern TARGET = Pattern.compile("[^\\s:]+:\\d{1,5}|\\[[0-9a-f:]+]:\\d{1,5}");
        private static final Pattern SHORT_ID = Pattern.compile("([0-9a-f]{2}){1,8}");

        public Reality {
            serverNames = List.copyOf(serverNames);
            shortIds = List.copyOf(shortIds);
            if (!TARGET.matcher(target).matches()) {
                throw new IllegalArgumentException("the target of REALITY is host:port, not: " + target);
            }
            if (serverNames.isEmpty() || shortIds.isEmpty()) {
                throw new IllegalArgumentException("REALITY needs at least one server name and one short id");
            }
            for (var shortId : shortIds) {
                if (!SHORT_ID.matcher(shortId).matches()) {
                    throw new IllegalArgumentException("a short id is 1 to 8 bytes in hex, not: " + shortId);
                }
            }
        }
    }
}
