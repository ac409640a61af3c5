package io.fleetgram.agent.core;

import java.util.Map;
import java.util.Optional;

/** A core that somebody else configures and runs, as far as its API tells. */
public interface ForeignCore {

    /**
     * An inbound of it.
     *
     * @param protocol empty if it is none whose users can be changed
     * @param port the first one it listens on; 0 if unknown
     */
    record ForeignInbound(Optional<Protocol> protocol, int port) {}

    /** What a look at it found. */
    sealed interface Look {

        /**
         * It can take the fleet's users.
         *
         * @param inbounds by tag
         */
        record Usable(Map<String, ForeignInbound> inbounds) implements Look {
            public Usable {
                inbounds = Map.copyOf(inbounds);
            }
        }

        /** It answers, but cannot be used as it is configured; says what is missing and how to mend it. */
        record Unusable(String why) implements Look {}

        record Silent(String why) implements Look {}
    }

    /** Asks it, each call at most for its deadline. */
    Look look();
}
