package io.fleetgram.bot.fleet;

/** What an agent says of itself and its machine; a field that it did not name is empty. */
public record AgentFacts(String agentVersion, String operatingSystem, String architecture, String hostName) {}
