/** Settings and beans of the fleet. */
@NullMarked
package io.fleetgram.bot.fleet.config;

import org.jspecify.annotations.NullMarked;
