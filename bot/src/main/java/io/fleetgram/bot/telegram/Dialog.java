package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question at a time, until a thing can be made. The draft lives in the database: a restart goes on with the same
 * question.
 */
public interface Dialog {

    /** First part of its addresses; shares one name space with screens and acts. */
    String name();

    Capability needs();

    /** The title over every question. */
    String title(Texts texts);

    List<Step> steps();

    /**
     * All questions are answered. Makes at most one write transaction; the kit marks the last answer done in it, so a
     * repeated delivery does nothing twice. The request's address is the one that started the dialog.
     */
    Reply finish(Request request, Map<String, String> answers);

    /** Where Cancel leads. */
    Address cancelled();

    /** Commands that start it, such as {@code add}; described as those of a {@link Screen}. */
    default List<String> commands() {
        return List.of();
    }

    /** One question. */
    interface Step {
        /** Key of the answer in the draft. */
        String key();

        /** How the draft names the answer. */
        String label(Texts texts);

        Html question(Request request, Map<String, String> answers);

        /** Answers to tap: label and value. The first is the default. */
        default List<Choice> choices(Request request, Map<String, String> answers) {
            return List.of();
        }

        Answer check(Request request, Map<String, String> answers, String input);
    }

    record Choice(String label, String value) {}

    /** What the kit makes of an input. */
    sealed interface Answer {
        /** The value that goes into the draft. */
        record Accepted(String value) implements Answer {}

        /** What is wrong with it and what would be right. */
        record Refused(Html why) implements Answer {}
    }

    /** Returns the answer of a step that needs no asking, given the answers before it; empty to ask. */
    default Optional<String> skip(Step step, Map<String, String> answers) {
        return Optional.empty();
    }
}
