/** Transactions and process leases on MariaDB, and what JDBC adapters of features share. */
@NamedInterface("jdbc")
@NullMarked
package io.fleetgram.bot.platform.jdbc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
