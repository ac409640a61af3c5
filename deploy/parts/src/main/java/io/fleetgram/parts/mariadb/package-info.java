/** A private MariaDB server: found or fetched, started, killed, restarted, stopped. */
@NullMarked
package io.fleetgram.parts.mariadb;

import org.jspecify.annotations.NullMarked;
