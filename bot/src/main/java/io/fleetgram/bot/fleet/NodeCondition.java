package io.fleetgram.bot.fleet;

/** How a node is doing, in one word. */
public enum NodeCondition {
    /** Silent though it should serve. */
    OFFLINE,
    /** Heard, but its core does not answer or entries failed. */
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
            case DRAINING -> status.silentSince().isPresent() ? OFFLINE : DRAINING;
            case JOINED -> ofServing(status);
        };
    }

    private static NodeCondition ofServing(NodeStatus status) {
        if (status.silentSince().isPresent()) {
            return OFFLINE;
        }
        boolean whole = status.core().map(CoreFacts::answers).orElse(false) && status.failedEntries() == 0;
        return whole ? ONLINE : DEGRADED;
    }
}
