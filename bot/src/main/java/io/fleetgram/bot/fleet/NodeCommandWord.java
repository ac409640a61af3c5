package io.fleetgram.bot.fleet;

import io.fleetgram.bot.fleet.NodeCommandLifecycle.Trigger;
import java.util.Optional;

/** What a node says of a command that it was given. */
public sealed interface NodeCommandWord {

    /** The command is on the node's disk and would begin now. */
    record MayItBegin() implements NodeCommandWord {}

    record Done(String result, Optional<NodeCommandFile> file) implements NodeCommandWord {}

    record Failed(String why, Optional<NodeCommandFile> file) implements NodeCommandWord {}

    /** It had begun when the agent ended. */
    record Lost(String what) implements NodeCommandWord {}

    /** Returns what the word does to the command. */
    default Trigger trigger() {
        return switch (this) {
            case MayItBegin ask -> Trigger.BEGIN;
            case Done done -> Trigger.SUCCEED;
            case Failed failed -> Trigger.FAIL;
            case Lost lost -> Trigger.LOSE;
        };
    }

    /** Returns the words for people; empty while there are none. */
    default String text() {
        return switch (this) {
            case MayItBegin ask -> "";
            case Done done -> done.result();
            case Failed failed -> failed.why();
            case Lost lost -> lost.what();
        };
    }

    /** Returns what came with it. */
    default Optional<NodeCommandFile> attached() {
        return switch (this) {
            case MayItBegin ask -> Optional.empty();
            case Done done -> done.file();
            case Failed failed -> failed.file();
            case Lost lost -> Optional.empty();
        };
    }
}
