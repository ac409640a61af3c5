package io.fleetgram.agent.core.process;

/** Who runs the core. */
public enum CoreMode {
    /** The agent starts it as a process in a session of its own. */
    OWN_PROCESS,
    /** The agent writes a systemd unit for it and starts that. */
    SYSTEMD,
    /** Somebody else: the agent adds users to it and counts their bytes. */
    EXTERNAL
}
