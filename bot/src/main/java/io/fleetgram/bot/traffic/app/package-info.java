/** Booking of batches, exactly once. */
@NullMarked
package io.fleetgram.bot.traffic.app;

import org.jspecify.annotations.NullMarked;
