package io.fleetgram.bot.traffic;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.fleet.NodeKey;
import java.time.Instant;
import java.util.List;

/** Where the traffic of some hours went. */
public interface TrafficTops {

    /** What one account used. */
    record Top(AccountKey account, String name, Amount amount) {}

    /** Returns what all accounts used on a node since the begin of the hour of this instant. */
    Amount onNode(NodeKey node, Instant from);

    /** Returns the accounts that used most since the begin of the hour of this instant, most first. */
    List<Top> accounts(Instant from, int limit);
}
