/** The authority and node certificates in MariaDB. */
@NullMarked
package io.fleetgram.bot.security.jdbc;

import org.jspecify.annotations.NullMarked;
