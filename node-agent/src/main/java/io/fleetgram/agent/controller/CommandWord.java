package io.fleetgram.agent.controller;

import java.util.Optional;

/** What this node says of a command. */
public sealed interface CommandWord {

    /** It is on disk and would begin now. */
    record MayItBegin() implements CommandWord {}

    /** How it ended. */
    sealed interface End extends CommandWord {

        /** For people, at most 2,000 characters. */
        String text();

        default Optional<CommandFile> file() {
            return Optional.empty();
        }
    }

    record Done(String text, Optional<CommandFile> file) implements End {}

    record Failed(String text) implements End {}

    /** It had begun when the agent ended; how far it came is not known. */
    record Lost(String text) implements End {}

    static End done(String text) {
        return new Done(text, Optional.empty());
    }
}
