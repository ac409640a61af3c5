package io.fleetgram.bot.sync;

/** Event: what this controller remembered of a node's state differed from the database, and was read anew. */
public record IndexMended(String nodeKey, String what) {}
