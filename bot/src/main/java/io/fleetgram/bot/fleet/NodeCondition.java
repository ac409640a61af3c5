package io.fleetgram.bot.fleet;

/** How a node is doing, in one word. */
public enum NodeCondition {
    /** Its checks say that it serves nobody; or, before there are checks, it is silent. */
    OFFLINE,
    /** It serves with some trouble: silent, slow, a port or an entry that fails. */
    DEGRADED,
    PENDING,
    DRAINING,
    DISABLED,
    ONLINE;

    /** Returns the sign that stands beside its word. */
    public String mark() {
        return switch (this) {
            case OFFLINE -> "🔴";
            case DEGRADED -> "🟡";
            case PENDING -> "⚪";
            case DRAINING -> "🚰";
            case DISABLED -> "⏸";
            case ONLINE -> "🟢";
        };
    }

    public static NodeCondition of(NodeState state, NodeStatus status) {
        return switch (state) {
            case PENDING -> PENDING;
            case DISABLED, REMOVED -> DISABLED;
            case DRAINING -> isOffline(status) ? OFFLINE : DRAINING;
            case JOINED -> ofServing(status);
        };
    }

    private static NodeCondition ofServing(NodeStatus status) {
        if (isOffline(status)) {
            return OFFLINE;
        }
        boolean whole = status.silentSince().isEmpty()
                && !hasVerdict(status, NodeVerdict.DEGRADED)
                && status.core().map(CoreFacts::answers).orElse(false)
                && status.failedEntries() == 0;
        return whole ? ONLINE : DEGRADED;
    }

    private static boolean isOffline(NodeStatus status) {
        return status.health().isPresent()
                ? hasVerdict(status, NodeVerdict.OFFLINE)
                : status.silentSince().isPresent();
    }

    private static boolean hasVerdict(NodeStatus status, NodeVerdict verdict) {
        return status.health().filter(health -> health.verdict() == verdict).isPresent();
    }
}
