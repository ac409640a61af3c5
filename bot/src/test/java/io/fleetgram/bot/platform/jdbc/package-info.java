/** Tests of transactions and leases. */
@NullMarked
package io.fleetgram.bot.platform.jdbc;

import org.jspecify.annotations.NullMarked;
