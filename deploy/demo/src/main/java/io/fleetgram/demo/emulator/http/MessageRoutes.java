package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.Chat;
import io.fleetgram.demo.emulator.chat.Content;
import io.fleetgram.demo.emulator.chat.InlineKeyboard.Action;
import io.fleetgram.demo.emulator.chat.Message;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.text.EntityFinder;
import io.fleetgram.demo.emulator.text.FormattedText;
import io.fleetgram.demo.emulator.text.TextTidying;
import io.fleetgram.demo.emulator.userside.Acts;
import io.fleetgram.demo.emulator.userside.Impossible;
import io.fleetgram.demo.emulator.userside.UploadedContent;
import io.fleetgram.demo.emulator.userside.Views;

/** Writing and tapping. */
final class MessageRoutes {
    private static final int LONGEST_TEXT = 4096;

    private final World world;
    private final Acts acts;
    private final Views views;

    MessageRoutes(World world) {
        this.world = world;
        this.acts = new Acts(world);
        this.views = new Views(world);
    }

    void addTo(Routes routes) {
        routes.on("POST", "/emulator/messages", (request, path) -> says(Given.of(request)))
                .on("POST", "/emulator/taps", (request, path) -> taps(Given.of(request)));
    }

    private Answer says(Given given) throws InterruptedException {
        return world.turn(() -> {
            var user = given.user(world);
            var chat = given.chat(world);
            var content = content(given);
            var message = acts.says(user, chat, content, given.number("thread", 0), given.number("reply_to", 0));
            return Answer.json(200, views.message(message));
        });
    }

    private Content content(Given given) {
        var words = words(given.text("text"));
        var uploads = new UploadedContent(world.files());
        if (given.has("photo")) {
            return uploads.photo(given.bytes("photo"), words);
        }
        if (given.has("document")) {
            var name = given.has("name") ? given.text("name") : "file";
            return uploads.document(name, given.bytes("document"), words);
        }
        if (given.object("location").isPresent()) {
            var location = given.json().path("location");
            return new Content.Location(
                    location.path("latitude").asDouble(),
                    location.path("longitude").asDouble());
        }
        if (given.object("contact").isPresent()) {
            var contact = given.object("contact").get();
            return new Content.Contact(
                    contact.required("phone"), contact.required("name"), "", contact.number("user", 0));
        }
        if (words.isEmpty()) {
            throw new Impossible("“text” is missing, or one of photo, document, location, contact");
        }
        return new Content.Text(words);
    }

    private static FormattedText words(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Impossible("a message holds at most " + LONGEST_TEXT + " characters, this has " + text.length());
        }
        return EntityFinder.mark(TextTidying.tidy(FormattedText.plain(text)));
    }

    private Answer taps(Given given) throws InterruptedException {
        return world.turn(() -> {
            var user = given.user(world);
            var chat = given.chat(world);
            if (given.has("data")) {
                var tap = acts.tapsStale(user, chat, given.number("message", 0), given.text("data"));
                var answer = Json.object().put("tap", tap.id()).put("data", tap.data());
                return Answer.json(200, answer.put("event", world.feed().last()));
            }
            var label = given.required("button");
            var message = tapped(chat, given.number("message", 0), label);
            var button = message.keyboard().find(label).orElseThrow();
            var answer = Json.object().put("message", message.id()).put("text", button.text());
            switch (button.action()) {
                case Action.Callback callback ->
                    acts.taps(user, chat, message, button)
                            .ifPresent(tap -> answer.put("tap", tap.id()).put("data", callback.data()));
                case Action.OpenLink openLink -> answer.put("url", openLink.url());
                case Action.CopyText copyText -> answer.put("copy", copyText.text());
                case Action.InlineQuery inlineQuery -> answer.put("query", inlineQuery.query());
                case Action.OpenApp openApp -> answer.put("app", openApp.url());
            }
            return Answer.json(200, answer.put("event", world.feed().last()));
        });
    }

    private Message tapped(Chat chat, int id, String label) {
        if (id == 0) {
            return world.messages()
                    .newestWith(chat.id(), label)
                    .orElseThrow(
                            () -> new Impossible("no message in chat " + chat.id() + " has a button “" + label + "”"));
        }
        var message = world.messages()
                .find(chat.id(), id)
                .orElseThrow(() -> new Impossible("chat " + chat.id() + " has no message " + id));
        if (message.keyboard().find(label).isEmpty()) {
            throw new Impossible("message " + id + " has no button “" + label + "”");
        }
        return message;
    }
}
