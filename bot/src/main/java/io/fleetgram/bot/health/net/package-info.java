/** Connects to nodes as their users do. */
@NullMarked
package io.fleetgram.bot.health.net;

import org.jspecify.annotations.NullMarked;
