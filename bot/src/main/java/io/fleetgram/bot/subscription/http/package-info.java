/** The address under which clients fetch their subscription. */
@NullMarked
package io.fleetgram.bot.subscription.http;

import org.jspecify.annotations.NullMarked;
