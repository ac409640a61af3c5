/** Accounts in MariaDB; passwords and tokens are sealed. */
@NullMarked
package io.fleetgram.bot.accounts.jdbc;

import org.jspecify.annotations.NullMarked;
