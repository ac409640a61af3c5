/** How alerts read in the chat. */
@NullMarked
package io.fleetgram.bot.alerts.telegram;

import org.jspecify.annotations.NullMarked;
