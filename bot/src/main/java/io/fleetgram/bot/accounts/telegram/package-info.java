/** The list of accounts, adding one, and what is done to one, in the chat. */
@NullMarked
package io.fleetgram.bot.accounts.telegram;

import org.jspecify.annotations.NullMarked;
