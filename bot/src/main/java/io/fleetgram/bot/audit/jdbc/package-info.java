/** The audit on MariaDB. */
@NullMarked
package io.fleetgram.bot.audit.jdbc;

import org.jspecify.annotations.NullMarked;
