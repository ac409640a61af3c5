package io.fleetgram.demo.emulator;

import io.fleetgram.demo.emulator.chat.Files;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import io.fleetgram.demo.emulator.http.EmulatorServer;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A running emulator. */
public final class ChatEmulator implements AutoCloseable {
    private final EmulatorSettings settings;
    private final EmulatorServer server;

    private ChatEmulator(EmulatorSettings settings, EmulatorServer server) {
        this.settings = settings;
        this.server = server;
    }

    /** Starts one for a test: on a free port, with nobody in it. */
    public static ChatEmulator start() throws IOException {
        return start(EmulatorSettings.forTests());
    }

    public static ChatEmulator start(EmulatorSettings settings) throws IOException {
        var bot = new User(settings.botId(), true, "Fleetgram", "", "fleetgram_demo_bot", "");
        var world = new World(bot, new InMemory(), settings.time());
        var faults = new Faults(world, settings.time());
        for (var person : settings.people()) {
            var name = person.name().split("\\s+", 2);
            world.chats().addPerson(person.id(), name[0], name.length > 1 ? name[1] : "", "", "en");
        }
        var server = EmulatorServer.start(settings.port(), world, faults, settings.token(), settings.time());
        return new ChatEmulator(settings, server);
    }

    /** The Bot API's address and the chat page's: {@code http://127.0.0.1:<port>}. */
    public URI address() {
        return server.address();
    }

    public String token() {
        return settings.token();
    }

    @Override
    public void close() {
        server.close();
    }

    private static final class InMemory implements Files.Bytes {
        private final Map<String, byte[]> byName = new HashMap<>();

        @Override
        public void put(String name, byte[] bytes) {
            byName.put(name, bytes);
        }

        @Override
        public Optional<byte[]> get(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }
}
