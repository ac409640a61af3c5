/** What the controllers do for the fleet by themselves. */
@NullMarked
package io.fleetgram.bot.fleet.jobs;

import org.jspecify.annotations.NullMarked;
