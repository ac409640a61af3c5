/** Tests of the chat kit. */
@NullMarked
package io.fleetgram.bot.telegram;

import org.jspecify.annotations.NullMarked;
