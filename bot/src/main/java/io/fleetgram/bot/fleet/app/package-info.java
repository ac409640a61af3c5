/** Use cases of the fleet: joining, and what nodes report of themselves. */
@NullMarked
package io.fleetgram.bot.fleet.app;

import org.jspecify.annotations.NullMarked;
