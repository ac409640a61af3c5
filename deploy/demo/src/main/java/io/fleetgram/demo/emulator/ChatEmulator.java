package io.fleetgram.demo.emulator;

import io.fleetgram.demo.emulator.chat.Files.Bytes;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import io.fleetgram.demo.emulator.http.EmulatorServer;
import io.fleetgram.demo.emulator.store.FileBytes;
import io.fleetgram.demo.emulator.store.MemoryBytes;
import io.fleetgram.demo.emulator.store.StateFile;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** A running emulator. */
public final class ChatEmulator implements AutoCloseable {
    private final EmulatorSettings settings;
    private final EmulatorServer server;
    private final Optional<StateFile> state;

    private ChatEmulator(EmulatorSettings settings, EmulatorServer server, Optional<StateFile> state) {
        this.settings = settings;
        this.server = server;
        this.state = state;
    }

    /** Starts one for a test: on a free port, with nobody in it. */
    public static ChatEmulator start() throws IOException, InterruptedException {
        return start(EmulatorSettings.forTests());
    }

    /**
     * Starts one.
     *
     * @throws IOException if the port is taken or the state cannot be read
     */
    public static ChatEmulator start(EmulatorSettings settings) throws IOException, InterruptedException {
        var bot = new User(settings.botId(), true, "Fleetgram", "", "fleetgram_demo_bot", "");
        var bytes = settings.data()
                .<Bytes>map(file -> new FileBytes(file.resolveSibling(file.getFileName() + ".files")))
                .orElseGet(MemoryBytes::new);
        var world = new World(bot, bytes, settings.time());
        Optional<StateFile> state = Optional.empty();
        if (settings.data().isPresent()) {
            state = Optional.of(StateFile.keep(world, settings.data().get()));
        }
        for (var person : settings.people()) {
            var name = person.name().split("\\s+", 2);
            world.turn(() -> world.chats().addPerson(person.id(), name[0], name.length > 1 ? name[1] : "", "", "en"));
        }
        var faults = new Faults(world, settings.time());
        var server = EmulatorServer.start(settings.port(), world, faults, settings.token(), settings.time());
        return new ChatEmulator(settings, server, state);
    }

    /** The Bot API's address and the chat page's: {@code http://127.0.0.1:<port>}. */
    public URI address() {
        return server.address();
    }

    public String token() {
        return settings.token();
    }

    /** The person with this id, added if nobody has it. */
    public Person person(long id, String name) throws InterruptedException {
        return Person.at(address(), id, name);
    }

    /** For what {@link Person} has no word for: faults, groups, recorded requests. */
    public UserSide userSide() {
        return new UserSide(address());
    }

    @Override
    public void close() {
        server.close();
        state.ifPresent(StateFile::close);
    }
}
