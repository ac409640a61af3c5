/** What the agent tells programs on the same machine: {@code /health}, {@code /info}, {@code /metrics} on loopback. */
@NullMarked
package io.fleetgram.agent.probe;

import org.jspecify.annotations.NullMarked;
