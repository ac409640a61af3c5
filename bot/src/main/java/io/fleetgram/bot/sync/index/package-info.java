/** What one process remembers of the desired state: digests, sums, recent changes. Pure: no input, no output. */
@NullMarked
package io.fleetgram.bot.sync.index;

import org.jspecify.annotations.NullMarked;
