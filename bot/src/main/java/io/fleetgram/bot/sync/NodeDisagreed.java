package io.fleetgram.bot.sync;

/**
 * Event: a node held something else than it should, or a version that the database never had, and got a snapshot. Published
 * once until the node agrees again.
 *
 * @param what a sentence for operators
 */
public record NodeDisagreed(String nodeKey, String what) {}
