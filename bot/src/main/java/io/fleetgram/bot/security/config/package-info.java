/** Settings and beans of security. */
@NullMarked
package io.fleetgram.bot.security.config;

import org.jspecify.annotations.NullMarked;
