/** The documents that proxy clients fetch: which servers an account may use, in each client's format. */
@NullMarked
package io.fleetgram.bot.subscription;

import org.jspecify.annotations.NullMarked;
