package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.app.Registry.Entry;
import java.util.Optional;

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

    /** Returns the screen of this name, if the person may see it. */
    Optional<Screen> screen(Operator operator, String name) {
        return open(operator, name)
                .flatMap(entry ->
                        entry instanceof Entry.OfScreen found ? Optional.of(found.screen()) : Optional.empty());
    }

    /** Returns the act of this name, if the person may do it. */
    Optional<Act> act(Operator operator, String name) {
        return open(operator, name)
                .flatMap(entry -> entry instanceof Entry.OfAct found ? Optional.of(found.act()) : Optional.empty());
    }

    /** Returns the dialog of this name, if the person may go on with it. */
    Optional<Dialog> dialog(Operator operator, String name) {
        return open(operator, name)
                .flatMap(entry ->
                        entry instanceof Entry.OfDialog found ? Optional.of(found.dialog()) : Optional.empty());
    }

    private Optional<Entry> open(Operator operator, String name) {
        return pass(operator, name) instanceof Passage.Open open ? Optional.of(open.entry()) : Optional.empty();
    }

    Passage pass(Operator operator, String name) {
        return registry.find(name)
                .<Passage>map(
                        entry -> operator.may(entry.needs()) ? new Passage.Open(entry) : new Passage.Closed(entry))
                .orElseGet(Passage.Nowhere::new);
    }
}
