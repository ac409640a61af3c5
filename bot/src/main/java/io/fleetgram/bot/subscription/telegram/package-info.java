/** An account's link and its QR picture, in the chat. */
@NullMarked
package io.fleetgram.bot.subscription.telegram;

import org.jspecify.annotations.NullMarked;
