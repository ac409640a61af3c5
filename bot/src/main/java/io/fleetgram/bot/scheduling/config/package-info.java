/** How the schedules are put together. */
@NullMarked
package io.fleetgram.bot.scheduling.config;

import org.jspecify.annotations.NullMarked;
