/** Sealing of secrets with the master key. */
@NullMarked
package io.fleetgram.bot.security.crypto;

import org.jspecify.annotations.NullMarked;
