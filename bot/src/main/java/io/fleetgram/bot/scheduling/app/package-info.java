/** Runs jobs and remembers how each run ended, whoever called for it. */
@NullMarked
package io.fleetgram.bot.scheduling.app;

import org.jspecify.annotations.NullMarked;
