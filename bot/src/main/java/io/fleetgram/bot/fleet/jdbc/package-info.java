/** Nodes in MariaDB. */
@NullMarked
package io.fleetgram.bot.fleet.jdbc;

import org.jspecify.annotations.NullMarked;
