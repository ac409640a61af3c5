/** The kits' own jobs: they purge what the kits keep in the database. */
@NullMarked
package io.fleetgram.bot.scheduling.jobs;

import org.jspecify.annotations.NullMarked;
