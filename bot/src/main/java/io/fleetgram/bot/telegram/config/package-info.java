/** Settings of the chat, and how the kit is put together. */
@NullMarked
package io.fleetgram.bot.telegram.config;

import org.jspecify.annotations.NullMarked;
