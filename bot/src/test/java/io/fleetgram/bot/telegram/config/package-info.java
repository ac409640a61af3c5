/** Tests of the chat's settings. */
@NullMarked
package io.fleetgram.bot.telegram.config;

import org.jspecify.annotations.NullMarked;
