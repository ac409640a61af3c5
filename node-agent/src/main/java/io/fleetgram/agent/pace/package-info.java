/** When the agent's loops run: signals that wake them, pauses that grow, a clock that only goes forward. */
@NullMarked
package io.fleetgram.agent.pace;

import org.jspecify.annotations.NullMarked;
