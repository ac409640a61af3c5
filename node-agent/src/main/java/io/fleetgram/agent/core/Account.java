package io.fleetgram.agent.core;

import java.util.UUID;

/**
 * How one user proves itself on an inbound of one protocol.
 *
 * <p>An account that does not fit its inbound's protocol ends the core's process, so accounts are made by
 * {@link Inbound#accountOf} alone. No text form shows the secret.
 */
public sealed interface Account {

    Protocol protocol();

    /** The flow is empty, or {@code xtls-rprx-vision}. */
    record Vless(UUID id, String flow) implements Account {
        @Override
        public Protocol protocol() {
            return Protocol.VLESS;
        }

        @Override
        public String toString() {
            return "VLESS account";
        }
    }

    record Vmess(UUID id) implements Account {
        @Override
        public Protocol protocol() {
            return Protocol.VMESS;
        }

        @Override
        public String toString() {
            return "VMess account";
        }
    }

    record Trojan(String password) implements Account {
        @Override
        public Protocol protocol() {
            return Protocol.TROJAN;
        }

        @Override
        public String toString() {
            return "Trojan account";
        }
    }

    /** The cipher is {@code chacha20-ietf-poly1305} on every inbound. */
    record Shadowsocks(String password) implements Account {
        @Override
        public Protocol protocol() {
            return Protocol.SHADOWSOCKS;
        }

        @Override
        public String toString() {
            return "Shadowsocks account";
        }
    }
}
