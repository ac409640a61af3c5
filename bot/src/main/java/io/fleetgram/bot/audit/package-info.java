/** Append-only record of every change: who, what, before, after. */
@NullMarked
package io.fleetgram.bot.audit;

import org.jspecify.annotations.NullMarked;
