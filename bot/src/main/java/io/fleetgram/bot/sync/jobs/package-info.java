/** What the controllers do for the change log by themselves. */
@NullMarked
package io.fleetgram.bot.sync.jobs;

import org.jspecify.annotations.NullMarked;
