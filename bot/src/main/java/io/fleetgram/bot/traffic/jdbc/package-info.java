/** Cursors, hours and usage in MariaDB. */
@NullMarked
package io.fleetgram.bot.traffic.jdbc;

import org.jspecify.annotations.NullMarked;
