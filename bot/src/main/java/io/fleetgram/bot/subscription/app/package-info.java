/** Puts an account's subscription together. */
@NullMarked
package io.fleetgram.bot.subscription.app;

import org.jspecify.annotations.NullMarked;
