/** Puts the telling together. */
@NullMarked
package io.fleetgram.bot.alerts.config;

import org.jspecify.annotations.NullMarked;
