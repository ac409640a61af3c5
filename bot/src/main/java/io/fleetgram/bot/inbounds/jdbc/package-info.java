/** Inbounds and where they are offered, in MariaDB. */
@NullMarked
package io.fleetgram.bot.inbounds.jdbc;

import org.jspecify.annotations.NullMarked;
