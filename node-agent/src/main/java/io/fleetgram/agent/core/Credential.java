package io.fleetgram.agent.core;

import java.util.UUID;

/** The secret of one user, before it is known which protocol it is used with. No text form shows it. */
public sealed interface Credential {

    /** For VLESS and VMess. */
    record Id(UUID id) implements Credential {
        @Override
        public String toString() {
            return "id";
        }
    }

    /** For Trojan and Shadowsocks. */
    record Password(String text) implements Credential {
        public Password {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a password must not be empty");
            }
        }

        @Override
        public String toString() {
            return "password";
        }
    }
}
