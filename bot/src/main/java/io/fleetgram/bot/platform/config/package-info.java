/** Hands out what every feature is given: time, randomness, transactions, process leases. */
@NullMarked
package io.fleetgram.bot.platform.config;

import org.jspecify.annotations.NullMarked;
