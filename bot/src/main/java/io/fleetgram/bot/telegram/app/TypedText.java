package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Search;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.Registry.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a typed text does: a command, an answer, or a search. */
final class TypedText {

    private static final Pattern COMMAND = Pattern.compile("/([A-Za-z0-9_]+)(?:@\\S+)?(?:\\s+(.*))?", Pattern.DOTALL);

    private final Registry registry;
    private final Gate gate;
    private final Taps taps;
    private final Dialogs dialogs;
    private final Painter painter;
    private final HelpView help;
    private final Optional<Search> search;

    TypedText(
            Registry registry,
            Gate gate,
            Taps taps,
            Dialogs dialogs,
            Painter painter,
            HelpView help,
            Optional<Search> search) {
        this.registry = registry;
        this.gate = gate;
        this.taps = taps;
        this.dialogs = dialogs;
        this.painter = painter;
        this.help = help;
        this.search = search;
    }

    Turn typed(Visit visit, String text, Once once) {
        var command = COMMAND.matcher(text.strip());
        if (command.matches()) {
            var rest = Optional.ofNullable(command.group(2)).orElse("");
            return command(visit, command.group(1).toLowerCase(Locale.ROOT), rest, once);
        }
        return dialogs.typed(visit, text, once)
                .or(() -> typedOnScreen(visit, text).map(address -> taps.follow(visit, address, once)))
                .or(() -> search.map(found -> found.find(visit.request(Address.HOME), text.strip()))
                        .map(address -> taps.follow(visit, address, once)))
                .orElseGet(() -> help(visit));
    }

    private Turn command(Visit visit, String name, String rest, Once once) {
        return switch (name) {
            case "start" -> Turn.showing(painter.draw(visit, Address.HOME));
            case "help" -> help(visit);
            case "cancel" -> dialogs.cancel(visit);
            default ->
                registry.command(name)
                        .map(entry -> taps.follow(visit, address(entry, rest), once))
                        .orElseGet(() -> unknown(visit, name));
        };
    }

    private Turn unknown(Visit visit, String name) {
        var line = visit.texts().html("kit.help.unknown", name).plus(new Html("\n\n"));
        var view = help.of(visit);
        return Turn.showing(new Outgoing.Screen(
                        new View(line.plus(view.text()), view.rows(), view.picture()), "", visit.below()))
                .called("unknown command");
    }

    private Turn help(Visit visit) {
        return Turn.showing(new Outgoing.Screen(help.of(visit), "", visit.below()))
                .called("helped");
    }

    private Optional<Address> typedOnScreen(Visit visit, String text) {
        var shown = Address.parse(visit.chat().screenAddress());
        return gate.screen(visit.operator(), shown.name())
                .flatMap(screen -> screen.typed(visit.request(shown), text.strip()));
    }

    /** What follows a command is its argument, as much of it as an address can hold. */
    private static Address address(Entry entry, String rest) {
        var argument = new StringBuilder();
        int room = Address.MAX_BYTES - entry.name().length() - 1;
        for (var point : rest.strip().replace(':', ' ').codePoints().toArray()) {
            room -= Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (room < 0) {
                break;
            }
            argument.appendCodePoint(point);
        }
        return argument.isEmpty() ? Address.of(entry.name()) : Address.of(entry.name(), argument);
    }
}
