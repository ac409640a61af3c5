/** Owns the core's process: starts, watches, adopts and ends it. */
@NullMarked
package io.fleetgram.agent.core.process;

import org.jspecify.annotations.NullMarked;
