/** Runs rounds of checks. */
@NullMarked
package io.fleetgram.bot.health.app;

import org.jspecify.annotations.NullMarked;
