/** Nodes: what they are, how they join, what they last said of themselves. */
@NullMarked
package io.fleetgram.bot.fleet;

import org.jspecify.annotations.NullMarked;
