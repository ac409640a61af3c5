package io.fleetgram.agent.core;

/** The proxy protocols whose users can be changed in a running core. */
public enum Protocol {
    VLESS,
    VMESS,
    TROJAN,
    SHADOWSOCKS
}
