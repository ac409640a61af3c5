package io.fleetgram.agent.core;

/**
 * A run of the core and where its API answers.
 *
 * @param apiPort TCP port on 127.0.0.1
 */
public record CoreRun(CoreIdentity identity, CoreProgram program, int apiPort) {}
