/** What operators were told, and what is yet to be told, in MariaDB. */
@NullMarked
package io.fleetgram.bot.alerts.jdbc;

import org.jspecify.annotations.NullMarked;
