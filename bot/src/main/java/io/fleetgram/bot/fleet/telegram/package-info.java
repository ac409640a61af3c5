/** The list of nodes in the chat. */
@NullMarked
package io.fleetgram.bot.fleet.telegram;

import org.jspecify.annotations.NullMarked;
