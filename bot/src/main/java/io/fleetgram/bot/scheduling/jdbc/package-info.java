/** What each job last did, on MariaDB. */
@NullMarked
package io.fleetgram.bot.scheduling.jdbc;

import org.jspecify.annotations.NullMarked;
