/** The kit under everything: transactions with their repeat rule, random keys, trace ids, settings. */
@NullMarked
package io.fleetgram.bot.platform;

import org.jspecify.annotations.NullMarked;
