/** The jobs screen, and messages about jobs that fail. */
@NullMarked
package io.fleetgram.bot.scheduling.telegram;

import org.jspecify.annotations.NullMarked;
