package io.fleetgram.agent;

/** How a command ends, as the process's exit status. */
enum Exit {
    DONE(0),
    /** Something failed that may pass by itself; the same command may be given again. */
    FAILED(1),
    /** The command line or the settings are wrong. */
    WRONG_USE(2),
    /** The machine is not a node, or no more; starting again does not help. */
    NOT_A_NODE(3);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
