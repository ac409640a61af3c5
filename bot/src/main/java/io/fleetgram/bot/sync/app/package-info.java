/** How nodes come to hold the desired state: the tailer, parked polls, snapshots. */
@NullMarked
package io.fleetgram.bot.sync.app;

import org.jspecify.annotations.NullMarked;
