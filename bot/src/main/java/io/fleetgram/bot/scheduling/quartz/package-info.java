/** The clustered schedule; the only place that knows Quartz. */
@NullMarked
package io.fleetgram.bot.scheduling.quartz;

import org.jspecify.annotations.NullMarked;
