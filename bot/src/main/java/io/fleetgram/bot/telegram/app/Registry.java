package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Screen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every screen, act and dialog by its name, and by its commands. Refuses to start when two claim the same. */
public final class Registry {

    /** Something that an address or a command leads to. */
    public sealed interface Entry {
        String name();

        Capability needs();

        record OfScreen(Screen screen) implements Entry {
            @Override
            public String name() {
                return screen.name();
            }

            @Override
            public Capability needs() {
                return screen.needs();
            }
        }

        record OfAct(Act act) implements Entry {
            @Override
            public String name() {
                return act.name();
            }

            @Override
            public Capability needs() {
                return act.needs();
            }
        }

        record OfDialog(Dialog dialog) implements Entry {
            @Override
            public String name() {
                return dialog.name();
            }

            @Override
            public Capability needs() {
                return dialog.needs();
            }
        }
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");

    /** Bot API, BotCommand.command. */
    private static final Pattern COMMAND = Pattern.compile("[a-z0-9_]{1,32}");

    private static final Set<String> OWN_COMMANDS = Set.of("start", "help", "cancel");

    private final SortedMap<String, Entry> entries = new TreeMap<>();
    private final SortedMap<String, Entry> commands = new TreeMap<>();

    /**
     * @throws IllegalStateException if a name or command is malformed, reserved or claimed twice
     */
    public Registry(List<Screen> screens, List<Act> acts, List<Dialog> dialogs) {
        screens.forEach(screen -> add(new Entry.OfScreen(screen), screen.commands()));
        acts.forEach(act -> add(new Entry.OfAct(act), List.of()));
        dialogs.forEach(dialog -> add(new Entry.OfDialog(dialog), dialog.commands()));
    }

    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    public Optional<Entry> command(String command) {
        return Optional.ofNullable(commands.get(command));
    }

    /** Every command of a screen or dialog. */
    public Map<String, Entry> commands() {
        return Map.copyOf(commands);
    }

    private void add(Entry entry, List<String> itsCommands) {
        claim(entries, NAME, KitAddress.NAMES, entry.name(), entry);
        itsCommands.forEach(command -> claim(commands, COMMAND, OWN_COMMANDS, command, entry));
    }

    private static void claim(
            Map<String, Entry> claimed, Pattern form, Set<String> reserved, String name, Entry entry) {
        if (!form.matcher(name).matches()) {
            throw new IllegalStateException("\"" + name + "\" must have the form " + form);
        }
        if (reserved.contains(name)) {
            throw new IllegalStateException("\"" + name + "\" is the chat kit's own");
        }
        var other = claimed.put(name, entry);
        if (other != null) {
            throw new IllegalStateException("\"" + name + "\" is claimed by both " + other + " and " + entry);
        }
    }
}
