/** Tests of the scheduling kit. */
@NullMarked
package io.fleetgram.bot.scheduling;

import org.jspecify.annotations.NullMarked;
