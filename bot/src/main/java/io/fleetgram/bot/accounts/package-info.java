/** Accounts: credentials, lifecycle, the inbounds they may use. */
@NullMarked
package io.fleetgram.bot.accounts;

import org.jspecify.annotations.NullMarked;
