/** The controller: everything behind the Telegram chat. */
@NullMarked
package io.fleetgram.bot;

import org.jspecify.annotations.NullMarked;
