package io.fleetgram.agent.core.process;

/** Which core the settings say there is. */
public enum CoreKind {
    /** To be found out. */
    AUTO,
    XRAY,
    V2RAY
}
