/** The Bot API over HTTP; the only place that knows the Telegram library, with a cure for each of its faults. */
@NullMarked
package io.fleetgram.bot.telegram.wire;

import org.jspecify.annotations.NullMarked;
