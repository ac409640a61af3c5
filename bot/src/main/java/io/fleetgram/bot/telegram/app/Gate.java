package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.telegram.app.Registry.Entry;

/** The one place where it is decided whether a person may do what they ask for. */
final class Gate {

    /** Whether a person may. */
    sealed interface Passage {
        record Open(Entry entry) implements Passage {}

        /** It exists, but not for this person. */
        record Closed(Entry entry) implements Passage {}

        /** Nothing has this name, or nothing has it any more. */
        record Nowhere() implements Passage {}
    }

    private final Registry registry;

    Gate(Registry registry) {
        this.registry = registry;
    }

    Passage pass(Operator operator, String name) {
        return registry.find(name)
                .<Passage>map(
                        entry -> operator.may(entry.needs()) ? new Passage.Open(entry) : new Passage.Closed(entry))
                .orElseGet(Passage.Nowhere::new);
    }
}
