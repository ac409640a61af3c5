/** Tests of the jobs screen. */
@NullMarked
package io.fleetgram.bot.scheduling.telegram;

import org.jspecify.annotations.NullMarked;
