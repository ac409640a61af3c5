/** The version row and the change log in MariaDB. */
@NullMarked
package io.fleetgram.bot.sync.jdbc;

import org.jspecify.annotations.NullMarked;
