/** Tells in the end what was folded. */
@NullMarked
package io.fleetgram.bot.alerts.jobs;

import org.jspecify.annotations.NullMarked;
