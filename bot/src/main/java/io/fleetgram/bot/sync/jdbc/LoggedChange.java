package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.sync.ChangeRow;

/** A row of the change log and the version that it belongs to. */
record LoggedChange(long version, ChangeRow row) {}
