/** Settings and wiring of health. */
@NullMarked
package io.fleetgram.bot.health.config;

import org.jspecify.annotations.NullMarked;
