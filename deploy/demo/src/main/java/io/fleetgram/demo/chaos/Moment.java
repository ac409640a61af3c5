package io.fleetgram.demo.chaos;

import java.util.List;

/** When a victim dies. */
public enum Moment {
    /** Whenever it happens to be. */
    ANY("at any moment"),

    /** A batch was sent, and the transaction that books it is open: rows are written, nothing is committed. */
    BOOKING("a batch is being booked"),

    /** That transaction is committed at this moment. */
    COMMIT("a batch is being committed"),

    /** The commit can be seen; the answer is on its way. */
    BOOKED("a batch has just been booked"),

    /** An account was added in the chat and comes to the nodes. */
    ACCOUNT_COMES("an account comes in"),

    /** Killed, and once more while it starts: two kills. */
    STARTING("once more while it starts"),

    /** The core, after its traffic had rested until it was counted: nothing may be lost. */
    AT_REST("traffic rests"),

    /** The core, while one account's traffic goes on: what passed after the last reading may be lost. */
    UNDER_TRAFFIC("traffic goes on"),

    /** Two victims, one right after the other. */
    TOGETHER("two at once");

    private final String title;

    Moment(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** The moments at which a single victim of this kind is killed. */
    static List<Moment> of(Victim victim) {
        return switch (victim) {
            case AGENT -> List.of(STARTING, BOOKING, BOOKED, ACCOUNT_COMES, COMMIT, ANY);
            case CONTROLLER -> List.of(BOOKING, COMMIT, ACCOUNT_COMES, STARTING, BOOKED, ANY);
            case MARIADB -> List.of(COMMIT, BOOKING, ACCOUNT_COMES, BOOKED, ANY);
            case CORE -> List.of(AT_REST, UNDER_TRAFFIC);
        };
    }
}
