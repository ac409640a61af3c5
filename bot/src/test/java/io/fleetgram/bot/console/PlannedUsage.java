package io.fleetgram.bot.console;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.traffic.AccountUsage;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.NodeUsage;
import io.fleetgram.bot.traffic.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Usage as a test says it was. */
public final class PlannedUsage implements Usage {

    private final Map<AccountKey, List<NodeUsage>> parts = new ConcurrentHashMap<>();

    public void put(AccountKey account, NodeUsage... byNode) {
        parts.put(account, List.of(byNode));
    }

    @Override
    public AccountUsage of(AccountKey account) {
        var amounts = byNode(account);
        return amounts.isEmpty()
                ? AccountUsage.NONE
                : new AccountUsage(sum(amounts), Optional.of(Instant.parse("2026-11-20T13:00:00Z")));
    }

    @Override
    public List<NodeUsage> byNode(AccountKey account) {
        return parts.getOrDefault(account, List.of());
    }

    @Override
    public Amount since(Instant from) {
        return sum(parts.values().stream().flatMap(List::stream).toList());
    }

    private static Amount sum(List<NodeUsage> parts) {
        return new Amount(
                parts.stream().mapToLong(part -> part.amount().uplink()).sum(),
                parts.stream().mapToLong(part -> part.amount().downlink()).sum());
    }
}
