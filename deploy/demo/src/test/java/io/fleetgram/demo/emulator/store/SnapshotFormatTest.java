package io.fleetgram.demo.emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.emulator.chat.Bot;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Commands;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.InlineKeyboard;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Button;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.Snapshot;
import io.fleetgram.demo.emulator.chat.StoredFile;
import io.fleetgram.demo.emulator.chat.Update;
import io.fleetgram.demo.emulator.chat.User;
import io.fleetgram.demo.emulator.text.Entity;
import io.fleetgram.demo.emulator.text.EntityKind;
import io.fleetgram.demo.emulator.text.FormattedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotFormatTest {
    private static final FormattedText WORDS =
            new FormattedText("<b> & “x”", List.of(new Entity(EntityKind.TEXT_LINK, 0, 3, "https://example.org/")));

    private static final List<Content> CONTENTS = List.of(
            new Content.Text(WORDS),
            new Content.Photo("file-1", 30, 40, true, WORDS),
            new Content.Document("file-2", FormattedText.EMPTY),
            new Content.Location(52.5, -13.25),
            new Content.Contact("+49", "Ada", "Lovelace", 7),
            new Content.TopicCreated("Alerts", 0xFFFFFF),
            new Content.Pinned(3),
            new Content.Joined(42),
            new Content.MigratedTo(-1_002_000_000_001L));

    private static final List<Action> ACTIONS = List.of(
            new Action.Callback("data"),
            new Action.OpenLink("https://example.org/"),
            new Action.CopyText("text"),
            new Action.InlineQuery("query", true),
            new Action.OpenApp("https://example.org/app"));

    @Test
    void everything_reads_back_as_it_was_written() throws Exception {
        var keyboard = new InlineKeyboard(ACTIONS.stream()
                .map(action -> List.of(new Button("b", "danger", action)))
                .toList());
        var messages = IntStream.range(0, CONTENTS.size())
                .mapToObj(i -> new Message(7, i + 1, 42, 100, 101, 1, 2, 3, 7, CONTENTS.get(i), keyboard, true, 9))
                .toList();
        var group = new Chat.Group(
                -1_002_000_000_001L,
                "Ops",
                true,
                true,
                Set.of(7L),
                Chat.BotStanding.ADMINISTRATOR,
                List.of(new Chat.Topic(5, "Alerts", 1)),
                0,
                List.of(1, 2));
        var person = new Chat.Private(new User(7, false, "Ada", "", "ada", "en")).withStarted(true);
        var snapshot = new Snapshot(
                true,
                99,
                List.of(person, group),
                messages,
                Map.of(0L, 9),
                List.of(new StoredFile("file-1", "u", "photos/file_1.png", "x.png", "image/png", 3)),
                List.of(new Update(5, "message", "{}")),
                6,
                Set.of("message"),
                List.of(new Snapshot.BotText(new Bot.Place(Bot.Text.NAME, "de"), "Flotte")),
                List.of(new Snapshot.CommandList(
                        new Commands.Place(new Commands.Scope("chat", 7, 0), "en"),
                        List.of(new Commands.Command("start", "begins")))));

        var mapper = SnapshotFormat.mapper();
        assertThat(mapper.readValue(mapper.writeValueAsString(snapshot), Snapshot.class))
                .isEqualTo(snapshot);
    }

    @Test
    void the_samples_above_leave_out_no_kind() {
        assertThat(kinds(CONTENTS)).isEqualTo(permitted(Content.class));
        assertThat(kinds(ACTIONS)).isEqualTo(permitted(Action.class));
    }

    private static Set<Class<?>> kinds(List<?> samples) {
        return samples.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> permitted(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses()).collect(Collectors.toSet());
    }
}
