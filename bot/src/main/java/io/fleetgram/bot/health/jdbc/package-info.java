/** Verdicts, checks and their history in MariaDB. */
@NullMarked
package io.fleetgram.bot.health.jdbc;

import org.jspecify.annotations.NullMarked;
