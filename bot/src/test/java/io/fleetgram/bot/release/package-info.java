/** What a release leaves behind in databases, and that the releases after it live with that. */
@NullMarked
package io.fleetgram.bot.release;

import org.jspecify.annotations.NullMarked;
