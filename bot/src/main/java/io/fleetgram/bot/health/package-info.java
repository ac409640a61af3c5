/** Whether nodes can serve: checks from the controller's side, verdicts that do not flap, and their history. */
@NullMarked
package io.fleetgram.bot.health;

import org.jspecify.annotations.NullMarked;
