package io.fleetgram.agent.core;

/** The two families of cores, which differ in the names on their API and in the form of their configuration. */
public enum Dialect {
    XRAY("xray."),
    V2RAY("v2ray.core.");

    private final String prefix;

    Dialect(String prefix) {
        this.prefix = prefix;
    }

    /** Returns what the names of API services and of account types begin with, dot included. */
    public String prefix() {
        return prefix;
    }
}
