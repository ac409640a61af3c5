package io.fleetgram.demo.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.Draft;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.FormattedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void choose_a_file() {
        file = folder.resolve("deep/chats.json");
    }

    @Test
    void a_closed_run_is_followed_by_the_next_id() throws Exception {
        var first = world();
        try (var state = StateFile.keep(first, file)) {
            assertThat(state).isNotNull();
            say(first);
        }
        var second = world();
        StateFile.keep(second, file).close();
        assertThat(say(second)).isEqualTo(2);
        assertThat(second.updates().next()).isEqualTo(first.updates().next());
    }

    @Test
    void a_killed_run_leaves_room_for_ids_it_may_have_used() throws Exception {
        var first = world();
        say(first);
        Files.createDirectories(file.getParent());
        SnapshotFormat.mapper().writeValue(file.toFile(), first.snapshot(false));
        var second = world();
        StateFile.keep(second, file).close();
        assertThat(say(second)).isEqualTo(1002);
        assertThat(second.updates().next()).isEqualTo(first.updates().next() + 1000);
    }

    @Test
    void a_spoiled_file_is_named_with_what_to_do() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "{\"chats\": 1");
        assertThatThrownBy(() -> StateFile.keep(world(), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("chats.json; move it away to begin anew");
    }

    private static int say(World world) throws InterruptedException {
        return world.turn(() -> {
            world.chats().addPerson(7, "Ada", "", "", "en");
            var words = new Content.Text(FormattedText.plain("x"));
            return world.messages().add(new Draft(7, 7, words), world.now()).id();
        });
    }

    private static World world() {
        return new World(new User(42, true, "Bot", "", "bot", ""), new MemoryBytes(), InstantSource.system());
    }
}
