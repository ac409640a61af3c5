package io.fleetgram.bot.alerts;

/** What operators are told of. The names are kept in the database. */
public enum AlertKind {
    /** Nobody can be served by a node. */
    NODE_OFFLINE("🔴"),
    /** A node serves, with some trouble. */
    NODE_DEGRADED("🟡"),
    /** A node is well again. */
    NODE_ONLINE("🟢"),
    /** The controller itself seems to be cut off. */
    CONTROLLER_CUT_OFF("🔴"),
    /** It is not any more. */
    CONTROLLER_BACK("🟢"),
    /** Entries cannot be brought into a node's core, and are set aside there. */
    ENTRIES_FAILED("🔴"),
    /** Somebody else changed users in a node's core. */
    DRIFT("🟡"),
    /** A node's core counted less than before, or nobody knows from where to count. */
    COUNTING_BROKEN("🟡"),
    /** A node cannot write to its disk. */
    DISK_TROUBLE("🔴"),
    /** A node has another trouble of its own. */
    NODE_TROUBLE("🟡"),
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

    /** Returns whether it only ends a trouble: then it is told quietly. */
    public boolean isRecovery() {
        return this == NODE_ONLINE || this == CONTROLLER_BACK || this == SYNC_WELL;
    }

    /** Returns the sign before its words. */
    public String mark() {
        return mark;
    }
}
