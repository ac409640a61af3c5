/** What the agent keeps on disk: atomic, synced, and readable by nobody else. */
@NullMarked
package io.fleetgram.agent.store;

import org.jspecify.annotations.NullMarked;
