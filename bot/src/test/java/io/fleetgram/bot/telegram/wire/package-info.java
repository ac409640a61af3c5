/** Tests of the Bot API adapter. */
@NullMarked
package io.fleetgram.bot.telegram.wire;

import org.jspecify.annotations.NullMarked;
