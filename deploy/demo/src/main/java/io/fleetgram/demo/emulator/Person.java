package io.fleetgram.demo.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Json;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A person in front of the chat, for tests: writes, taps, and sees what comes of it. Waits by the emulator's events, never
 * by sleeping. What does not come in time is an {@link AssertionError} that shows the chat as it was.
 */
public final class Person {

    /** How long a person waits unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(45);

    private final UserSide side;
    private final long id;
    private final long chat;
    private long lastAct;

    private Person(UserSide side, long id, long chat) {
        this.side = side;
        this.id = id;
        this.chat = chat;
    }

    /** The person with this id at a running emulator, in private with the bot; added if nobody has the id. */
    public static Person at(URI emulator, long id, String name) throws InterruptedException {
        var side = new UserSide(emulator);
        side.post("/emulator/people", Json.object().put("id", id).put("name", name));
        return new Person(side, id, id);
    }

    /** The same person in another chat. */
    public Person in(long otherChat) {
        return new Person(side, id, otherChat);
    }

    /** Writes a message. */
    public Screen says(String text) throws InterruptedException {
        var reply = side.post(
                "/emulator/messages",
                Json.object().put("user", id).put("chat", chat).put("text", text));
        if (!reply.isDone()) {
            throw new AssertionError("“" + text + "” could not be sent: " + reply.error());
        }
        var message = Screen.read(reply.json());
        lastAct = message.changed();
        return message;
    }

    /** Taps the newest button with this label or callback data, as soon as there is one. */
    public void taps(String button) throws InterruptedException {
        var waiting = new Waiting(side, PATIENCE);
        var body = Json.object().put("user", id).put("chat", chat).put("button", button);
        while (true) {
            waiting.mark();
            var reply = side.post("/emulator/taps", body);
            if (reply.isDone()) {
                lastAct = reply.json().path("event").asLong();
                return;
            }
            if (!waiting.forNextEvent()) {
                throw new AssertionError(reply.error() + "; " + shown());
            }
        }
    }

    /** Sends data of this person's choice, as from an old keyboard of a message that may be gone, or from a forged one. */
    public void tapsStale(int message, String data) throws InterruptedException {
        var body = Json.object().put("user", id).put("chat", chat).put("message", message);
        var reply = side.post("/emulator/taps", body.put("data", data));
        if (!reply.isDone()) {
            throw new AssertionError(reply.error());
        }
        lastAct = reply.json().path("event").asLong();
    }

    /** Waits for a message of the bot that was sent or edited since this person's last act, and has such a text. */
    public Screen sees(Predicate<String> text, Duration patience) throws InterruptedException {
        return seesScreen(screen -> text.test(screen.text()), patience);
    }

    /** As {@link #sees(Predicate, Duration)}: a text that contains {@code part}. */
    public Screen sees(String part) throws InterruptedException {
        return sees(text -> text.contains(part), PATIENCE);
    }

    /** As {@link #sees(Predicate, Duration)}, by text, buttons and all. */
    public Screen seesScreen(Predicate<Screen> wanted, Duration patience) throws InterruptedException {
        var waiting = new Waiting(side, patience);
        while (true) {
            waiting.mark();
            var found = messages(lastAct).reversed().stream()
                    .filter(Screen::fromBot)
                    .filter(wanted)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (!waiting.forNextEvent()) {
                throw new AssertionError("not seen within " + patience.toSeconds() + " s; " + shown());
            }
        }
    }

    /** Waits for the answer to this person's last tap; its text is empty when the bot only took note. */
    public String hears(Duration patience) throws InterruptedException {
        var waiting = new Waiting(side, patience);
        waiting.from(lastAct);
        do {
            for (var event : waiting.events()) {
                boolean answer = event.path("kind").asText().equals("answered");
                if (answer
                        && event.path("user").asLong() == id
                        && event.path("chat").asLong() == chat) {
                    return event.path("text").asText();
                }
            }
        } while (waiting.forNextEvent());
        throw new AssertionError("the bot answered no tap within " + patience.toSeconds() + " s; " + shown());
    }

    /** The screen: the bot's newest message with buttons, or else its newest message. */
    public Screen screen() throws InterruptedException {
        var fromBot = messages().stream().filter(Screen::fromBot).toList().reversed();
        return fromBot.stream()
                .filter(screen -> !screen.buttons().isEmpty())
                .findFirst()
                .or(() -> fromBot.stream().findFirst())
                .orElseThrow(() -> new AssertionError("the bot has said nothing yet"));
    }

    /** All messages of the chat, the oldest first. */
    public List<Screen> messages() throws InterruptedException {
        return messages(0);
    }

    private List<Screen> messages(long after) throws InterruptedException {
        var reply = side.get("/emulator/chats/" + chat + "?after=" + after);
        var screens = new ArrayList<Screen>();
        reply.json().path("messages").forEach(message -> screens.add(Screen.read(message)));
        return screens;
    }

    /** The bytes of a screen's picture or document. */
    public byte[] file(Screen screen) throws InterruptedException {
        var path = screen.picture()
                .or(screen::document)
                .orElseThrow(() -> new AssertionError("no picture and no document in " + screen));
        return side.bytes(path);
    }

    /** Blocks the bot, or lets it write again. */
    public void blocks(boolean blocked) throws InterruptedException {
        act("/emulator/people/" + id, Json.object().put("blocked", blocked));
    }

    private void act(String path, JsonNode body) throws InterruptedException {
        var reply = side.post(path, body);
        if (!reply.isDone()) {
            throw new AssertionError(reply.error());
        }
    }

    private String shown() throws InterruptedException {
        var messages = messages();
        return "the chat shows:\n"
                + messages.stream()
                        .skip(Math.max(0, messages.size() - 6))
                        .map(Screen::toString)
                        .collect(Collectors.joining("\n"));
    }
}
