package io.fleetgram.demo.emulator.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keyboards that take the place of the phone's own; a tap on a key sends its text. */
public final class ReplyKeyboards {

    /** The keys, row by row. */
    public record ReplyKeyboard(List<List<String>> rows, String placeholder) {
        public static final ReplyKeyboard NONE = new ReplyKeyboard(List.of(), "");
    }

    private final Map<Long, ReplyKeyboard> byChat = new HashMap<>();
    private final Feed feed;

    ReplyKeyboards(Feed feed) {
        this.feed = feed;
    }

    public ReplyKeyboard in(long chat) {
        return byChat.getOrDefault(chat, ReplyKeyboard.NONE);
    }

    /** Shows a keyboard in a chat; {@link ReplyKeyboard#NONE} takes it away. */
    public void show(long chat, ReplyKeyboard keyboard) {
        byChat.put(chat, keyboard);
        feed.add(Event.of(Event.Kind.REPLY_KEYBOARD, chat));
    }
}
