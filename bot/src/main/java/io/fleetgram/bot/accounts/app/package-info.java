/** Use cases of accounts: each one change of the desired state, with its audit. */
@NullMarked
package io.fleetgram.bot.accounts.app;

import org.jspecify.annotations.NullMarked;
