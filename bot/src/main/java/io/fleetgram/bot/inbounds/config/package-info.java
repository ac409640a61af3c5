/** Settings and wiring of inbounds. */
@NullMarked
package io.fleetgram.bot.inbounds.config;

import org.jspecify.annotations.NullMarked;
