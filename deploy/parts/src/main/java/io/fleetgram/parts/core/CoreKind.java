package io.fleetgram.parts.core;

/** Which core a node runs; the order is the order of preference. */
public enum CoreKind {
    XRAY("Xray"),
    V2RAY("v2ray"),
    /** A stand-in with Xray's API that proxies plain VLESS over TCP. */
    SIMULATED("simulated");

    private final String title;

    CoreKind(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
