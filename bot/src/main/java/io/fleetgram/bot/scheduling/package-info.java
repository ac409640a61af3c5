/** Jobs declare when they run; the kit runs each once across controllers and remembers how it ended. */
@NullMarked
package io.fleetgram.bot.scheduling;

import org.jspecify.annotations.NullMarked;
