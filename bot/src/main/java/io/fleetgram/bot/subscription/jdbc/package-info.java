/** Finds an account's servers in MariaDB. */
@NullMarked
package io.fleetgram.bot.subscription.jdbc;

import org.jspecify.annotations.NullMarked;
