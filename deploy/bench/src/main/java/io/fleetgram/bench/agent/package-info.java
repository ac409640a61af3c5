/** The installed agent as a process: its memory, and how soon it is there. */
@NullMarked
package io.fleetgram.bench.agent;

import org.jspecify.annotations.NullMarked;
