/** Transactions and process leases on MariaDB. */
@NullMarked
package io.fleetgram.bot.platform.jdbc;

import org.jspecify.annotations.NullMarked;
