package io.fleetgram.demo.emulator.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Reads a message in HTML parse mode into text and entities, or says why the server would refuse it.
 *
 * <p>Tags, references and errors follow what the Bot API server does (tdlib, {@code MessageEntity.cpp}, function
 * {@code parse_html}), which is laxer than HTML: {@code </>} closes whatever is open, and an unknown reference is text.
 */
public final class HtmlParser {

    private record Open(StartTag tag, int offset) {}

    private final Cursor cursor;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();

    private HtmlParser(String html) {
        this.cursor = new Cursor(html);
    }

    /** Reads the text; what comes out has not been trimmed or checked for length yet. */
    public static Parsed parse(String html) {
        try {
            return new Parsed.Sound(new HtmlParser(html).parse());
        } catch (MalformedText malformed) {
            return new Parsed.Malformed(malformed.reason());
        }
    }

    private FormattedText parse() throws MalformedText {
        while (!cursor.atEnd()) {
            switch (cursor.peek()) {
                case '&' -> reference();
                case '<' -> tag();
                default -> text.append(cursor.next());
            }
        }
        if (!open.isEmpty()) {
            throw new MalformedText("Can't find end tag corresponding to start tag \""
                    + open.getLast().tag().name() + "\"");
        }
        if (Surrogates.isUnmatched(text)) {
            throw new MalformedText("Text contains invalid Unicode characters after decoding HTML entities,"
                    + " check for unmatched surrogate code units");
        }
        entities.replaceAll(
                entity -> entity.kind() == EntityKind.CODE ? entity.over(entity.offset(), entity.end(), "") : entity);
        return new FormattedText(text.toString(), entities);
    }

    private void reference() {
        int code = CharacterReference.read(cursor);
        if (code == 0) {
            text.append(cursor.next());
        } else {
            text.appendCodePoint(code);
        }
    }

    private void tag() throws MalformedText {
        int begin = cursor.position();
        cursor.next();
        if (cursor.peek() == '/') {
            cursor.next();
            endTag(begin);
        } else {
            open.addLast(new Open(StartTag.read(cursor), text.length()));
        }
    }

    private void endTag(int begin) throws MalformedText {
        if (open.isEmpty()) {
            throw new MalformedText("Unexpected end tag at byte offset " + cursor.byteOffset(begin));
        }
        int nameBegin = cursor.position();
        while (!cursor.atBlank() && cursor.peek() != '>') {
            cursor.next();
        }
        var name = cursor.from(nameBegin).toLowerCase(Locale.ROOT);
        cursor.skipBlanks();
        if (cursor.peek() != '>') {
            throw new MalformedText("Unclosed end tag at byte offset " + cursor.byteOffset(begin));
        }
        cursor.next();
        var closed = open.removeLast();
        if (!name.isEmpty() && !name.equals(closed.tag().name())) {
            throw new MalformedText("Unmatched end tag at byte offset %d, expected \"</%s>\", found \"</%s>\""
                    .formatted(cursor.byteOffset(begin), closed.tag().name(), name));
        }
        if (text.length() > closed.offset()) {
            TagEntity.add(entities, closed.tag(), closed.offset(), text.substring(closed.offset()));
        }
    }
}
