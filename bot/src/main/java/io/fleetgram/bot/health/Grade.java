package io.fleetgram.bot.health;

/** How one check of a node ended. */
public enum Grade {
    WELL(0),
    /** It serves, with some trouble. */
    TROUBLED(1),
    /** It cannot serve anybody. */
    DEAD(2);

    private final int code;

    Grade(int code) {
        this.code = code;
    }

    /** Returns the number under which it is kept in the database. */
    public int code() {
        return code;
    }
}
