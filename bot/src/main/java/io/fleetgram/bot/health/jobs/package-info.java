/** Rounds of checks, again and again. */
@NullMarked
package io.fleetgram.bot.health.jobs;

import org.jspecify.annotations.NullMarked;
