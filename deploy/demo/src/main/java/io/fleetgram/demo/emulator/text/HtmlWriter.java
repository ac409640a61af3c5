package io.fleetgram.demo.emulator.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes a text as HTML in the Bot API's own dialect, so that parsing it gives the text again. */
public final class HtmlWriter {
    private HtmlWriter() {}

    public static String write(FormattedText given) {
        var html = new StringBuilder();
        Deque<Entity> open = new ArrayDeque<>();
        List<Entity> waiting = new ArrayList<>(given.entities());
        for (int at = 0; at <= given.length(); at++) {
            while (!open.isEmpty() && open.getLast().end() <= at) {
                html.append(end(open.removeLast()));
            }
            while (!waiting.isEmpty() && waiting.getFirst().offset() <= at) {
                var entity = waiting.removeFirst();
                html.append(start(entity, given));
                open.addLast(entity);
            }
            if (at < given.length()) {
                html.append(escaped(given.text().charAt(at)));
            }
        }
        return html.toString();
    }

    /** Text for use between tags or in a quoted attribute. */
    public static String escape(String text) {
        var html = new StringBuilder();
        text.chars().forEach(c -> html.append(escaped((char) c)));
        return html.toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            default -> String.valueOf(c);
        };
    }

    private static String start(Entity entity, FormattedText in) {
        var detail = escape(entity.detail());
        return switch (entity.kind()) {
            case BOLD -> "<b>";
            case ITALIC -> "<i>";
            case UNDERLINE -> "<u>";
            case STRIKETHROUGH -> "<s>";
            case SPOILER -> "<tg-spoiler>";
            case CODE -> "<code>";
            case PRE -> detail.isEmpty() ? "<pre>" : "<pre><code class=\"language-" + detail + "\">";
            case BLOCKQUOTE -> "<blockquote>";
            case EXPANDABLE_BLOCKQUOTE -> "<blockquote expandable>";
            case TEXT_LINK -> "<a href=\"" + detail + "\">";
            case TEXT_MENTION -> "<a href=\"tg://user?id=" + detail + "\">";
            case URL -> "<a href=\"" + escape(in.text().substring(entity.offset(), entity.end())) + "\">";
            case CUSTOM_EMOJI -> "<tg-emoji emoji-id=\"" + detail + "\">";
            case DATE_TIME -> time(detail);
            case MENTION, HASHTAG, BOT_COMMAND, EMAIL -> "";
        };
    }

    private static String time(String detail) {
        var parts = detail.split(" ", 2);
        return "<tg-time unix=\"" + parts[0] + "\"" + (parts.length > 1 ? " format=\"" + parts[1] + "\"" : "") + ">";
    }

    private static String end(Entity entity) {
        return switch (entity.kind()) {
            case BOLD -> "</b>";
            case ITALIC -> "</i>";
            case UNDERLINE -> "</u>";
            case STRIKETHROUGH -> "</s>";
            case SPOILER -> "</tg-spoiler>";
            case CODE -> "</code>";
            case PRE -> entity.detail().isEmpty() ? "</pre>" : "</code></pre>";
            case BLOCKQUOTE, EXPANDABLE_BLOCKQUOTE -> "</blockquote>";
            case TEXT_LINK, TEXT_MENTION, URL -> "</a>";
            case CUSTOM_EMOJI -> "</tg-emoji>";
            case DATE_TIME -> "</tg-time>";
            case MENTION, HASHTAG, BOT_COMMAND, EMAIL -> "";
        };
    }
}
