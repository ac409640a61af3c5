package io.fleetgram.bot.sync.index;

/** What an entry was before a change. */
sealed interface Past {

    /** It was there, like this. */
    record Was(Held held) implements Past {}

    /** It was not there. */
    record Absent() implements Past {}

    /** Nobody looked: the change is older than this process, or one of several that were read at once. */
    record Unknown() implements Past {}
}
