package io.fleetgram.bot.fleet;

/** Takes what nodes report of themselves. Nothing in a report changes what any node must run. */
public interface StatusReports {

    void take(StatusReport report);
}
