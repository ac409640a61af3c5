package io.fleetgram.agent.core;

import java.util.List;

/** What protects an inbound's connections below its proxy protocol. */
public sealed interface Security {

    record None() implements Security {}

    /**
     * REALITY, server side.
     *
     * @param target where handshakes of strangers are forwarded, {@code host:port}
     * @param privateKey X25519, base64url without padding
     * @param shortIds each up to 16 lower-case hex digits
     */
    record Reality(String target, List<String> serverNames, String privateKey, List<String> shortIds)
            implements Security {
        public Reality {
            serverNames = List.copyOf(serverNames);
            shortIds = List.copyOf(shortIds);
        }

        @Override
        public String toString() {
            return "REALITY by " + target;
        }
    }
}
