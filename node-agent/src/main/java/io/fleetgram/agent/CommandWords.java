package io.fleetgram.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command line, taken apart.
 *
 * <p>By hand and not by a library: there are few commands, all options have one form, and every class that a library
 * loads by reflection would stay in the memory of an agent that runs for months.
 *
 * @param command the first word
 * @param options by name, without the two hyphens
 */
record CommandWords(String command, Map<String, String> options) {

    /** What taking apart led to. */
    sealed interface Parsing {

        record Parsed(CommandWords words) implements Parsing {}

        /** What is wrong, as one line. */
        record Wrong(String why) implements Parsing {}
    }

    private static final String OPTION = "--";

    CommandWords {
        options = Map.copyOf(options);
    }

    /** Takes {@code COMMAND --name value --name=value …} apart. */
    static Parsing parse(List<String> arguments) {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("-")) {
            return new Parsing.Wrong("no command was given");
        }
        var options = new HashMap<String, String>();
        var rest = new ArrayList<>(arguments.subList(1, arguments.size()));
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            if (!word.startsWith(OPTION) || word.equals(OPTION)) {
                return new Parsing.Wrong("\"" + word + "\" is not an option; options begin with --");
            }
            int equals = word.indexOf('=');
            var name = word.substring(OPTION.length(), equals < 0 ? word.length() : equals);
            if (equals < 0 && rest.isEmpty()) {
                return new Parsing.Wrong("--" + name + " needs a value");
            }
            var value = equals < 0 ? rest.removeFirst() : word.substring(equals + 1);
            if (options.put(name, value) != null) {
                return new Parsing.Wrong("--" + name + " was given twice");
            }
        }
        return new Parsing.Parsed(new CommandWords(arguments.getFirst(), options));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    /** Returns the options that are not among these. */
    Map<String, String> without(List<String> names) {
        var others = new HashMap<>(options);
        names.forEach(others::remove);
        return others;
    }
}
