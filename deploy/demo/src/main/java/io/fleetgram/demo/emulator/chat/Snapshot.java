package io.fleetgram.demo.emulator.chat;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an emulator remembers from run to run; open taps and keyboards in place of the phone's own are not among it.
 *
 * @param clean nothing has happened since; false for a state in the middle of a run
 */
public record Snapshot(
        boolean clean,
        long lastEvent,
        List<Chat> chats,
        List<Message> messages,
        Map<Long, Integer> lastMessageIds,
        List<StoredFile> files,
        List<Update> updates,
        int nextUpdate,
        Set<String> allowedUpdates,
        List<BotText> botTexts,
        List<CommandList> commands) {

    /** One of the bot's own texts. */
    public record BotText(Bot.Place place, String text) {}

    /** One list of commands. */
    public record CommandList(Commands.Place place, List<Commands.Command> commands) {}
}
