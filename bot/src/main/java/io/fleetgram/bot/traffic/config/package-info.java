/** Beans of traffic. */
@NullMarked
package io.fleetgram.bot.traffic.config;

import org.jspecify.annotations.NullMarked;
