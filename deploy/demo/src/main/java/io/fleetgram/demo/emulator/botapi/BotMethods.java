package io.fleetgram.demo.emulator.botapi;

import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All emulated methods by name, in any letter case. */
public final class BotMethods {
    private final Map<String, Method> byName = new HashMap<>();

    public BotMethods(World world, Faults faults) {
        byName.putAll(new UpdateMethods(world, faults).methods());
        byName.putAll(new SendMethods(world).methods());
        byName.putAll(new EditMethods(world).methods());
        byName.putAll(new CallbackMethods(world).methods());
        byName.putAll(new ChatMethods(world).methods());
        byName.putAll(new ProfileMethods(world).methods());
        byName.putAll(new CommandMethods(world).methods());
        byName.putAll(new FileMethods(world).methods());
    }

    public Optional<Method> named(String name) {
        return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
    }
}
