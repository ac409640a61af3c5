/** Wires what the console is given. */
@NullMarked
package io.fleetgram.bot.console.config;

import org.jspecify.annotations.NullMarked;
