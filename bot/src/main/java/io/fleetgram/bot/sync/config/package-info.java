/** Settings and beans of synchronisation. */
@NullMarked
package io.fleetgram.bot.sync.config;

import org.jspecify.annotations.NullMarked;
