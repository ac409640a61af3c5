package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandWord;
import java.time.Instant;

/** One line of the command journal. */
sealed interface CommandRecord {

    String id();

    /** It came in. */
    record Received(Command command, Instant at) implements CommandRecord {
        @Override
        public String id() {
            return command.id();
        }
    }

    /** It begins now: from here on it is never begun again. */
    record Begun(String id) implements CommandRecord {}

    record Ended(String id, CommandWord.End end) implements CommandRecord {}

    /** The controller knows its end, or has called it off. */
    record Told(String id) implements CommandRecord {}
}
