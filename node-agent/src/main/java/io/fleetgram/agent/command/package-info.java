/** What operators ask this node to do: each command at most once, whatever dies in between. */
@NullMarked
package io.fleetgram.agent.command;

import org.jspecify.annotations.NullMarked;
