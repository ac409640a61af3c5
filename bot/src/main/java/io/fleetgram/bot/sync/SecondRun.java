package io.fleetgram.bot.sync;

/** Event: two agents speak with the identity of one node, such as a machine and its clone. */
public record SecondRun(String nodeKey) {}
