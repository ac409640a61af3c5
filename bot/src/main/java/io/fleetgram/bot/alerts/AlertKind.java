package io.fleetgram.bot.alerts;

/** What operators are told of. The names are kept in the database. */
public enum AlertKind {
    /** A node held another state than it should, or a version that this database never had. */
    NODE_DISAGREED("🟡"),
    /** A controller remembered another state than the database has, and read it anew. */
    INDEX_MENDED("🟡"),
    /** Two agents speak with the identity of one node. */
    SECOND_RUN("🔴"),
    /** A node cannot store or apply its desired state, five times in a row. */
    SYNC_FAILING("🔴"),
    /** It can again. */
    SYNC_WELL("🟢"),
    /** Batches of a node's traffic are missing. */
    TRAFFIC_GAP("🔴"),
    /** A node sent other traffic under a number that was booked. */
    BATCH_ALTERED("🔴"),
    /** A node counted traffic of nobody. */
    TRAFFIC_UNCLAIMED("🟡");

    private final String mark;

    AlertKind(String mark) {
        this.mark = mark;
    }

    /** Returns the sign before its words. */
    public String mark() {
        return mark;
    }
}
