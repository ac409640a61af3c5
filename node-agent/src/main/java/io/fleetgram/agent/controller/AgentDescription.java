package io.fleetgram.agent.controller;

/**
 * The agent and the machine that it runs on.
 *
 * @param version of the agent
 * @param operatingSystem such as {@code Debian GNU/Linux 12 (bookworm)}
 * @param architecture such as {@code amd64}
 */
public record AgentDescription(String version, String operatingSystem, String architecture, String hostName) {}
