package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.telegram.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The commands that a person may use, with their descriptions ({@code commands.<name>}) in a language. */
final class CommandMenu {

    private static final List<String> FOR_ALL = List.of("start", "help");

    private final Registry registry;

    /**
     * @throws IllegalArgumentException if a command has no description
     */
    CommandMenu(Registry registry, Languages languages) {
        this.registry = registry;
        for (var locale : languages.spoken()) {
            var texts = languages.of(Optional.of(locale.getLanguage()), Optional.empty());
            registry.commands().keySet().forEach(name -> described(name, texts));
            FOR_ALL.forEach(name -> described(name, texts));
        }
    }

    /** What a stranger's client lists. */
    List<BotApi.Command> ofStrangers(Texts texts) {
        return FOR_ALL.stream().map(name -> described(name, texts)).toList();
    }

    List<BotApi.Command> of(Operator operator, Texts texts) {
        var commands = new ArrayList<>(ofStrangers(texts));
        registry.commands().entrySet().stream()
                .filter(command -> operator.may(command.getValue().needs()))
                .map(command -> described(command.getKey(), texts))
                .sorted(Comparator.comparing(BotApi.Command::name))
                .forEach(commands::add);
        commands.add(described("cancel", texts));
        return commands;
    }

    private static BotApi.Command described(String name, Texts texts) {
        return new BotApi.Command(name, texts.plain("commands." + name));
    }
}
