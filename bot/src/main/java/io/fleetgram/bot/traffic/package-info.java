/** Traffic, counted exactly once: batches, cursors, usage, history. */
@NullMarked
package io.fleetgram.bot.traffic;

import org.jspecify.annotations.NullMarked;
