package io.fleetgram.agent.settings;

/** How much the agent logs. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARNING,
    ERROR
}
