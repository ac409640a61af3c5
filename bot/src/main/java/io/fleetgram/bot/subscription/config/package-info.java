/** Settings and wiring of subscriptions. */
@NullMarked
package io.fleetgram.bot.subscription.config;

import org.jspecify.annotations.NullMarked;
