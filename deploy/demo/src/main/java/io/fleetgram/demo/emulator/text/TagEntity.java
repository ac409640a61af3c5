package io.fleetgram.demo.emulator.text;

import java.util.List;
import java.util.OptionalLong;

/** Turns a closed tag into its entity. */
final class TagEntity {
    private TagEntity() {}

    /**
     * Adds the entity that a closed tag stands for, if it stands for one.
     *
     * @param entities those closed so far; {@code pre} and {@code code} around the same text become one
     * @param content the text between the tags, not empty
     */
    static void add(List<Entity> entities, StartTag tag, int offset, String content) throws MalformedText {
        int length = content.length();
        switch (tag.name()) {
            case "b", "strong" -> entities.add(new Entity(EntityKind.BOLD, offset, length));
            case "i", "em" -> entities.add(new Entity(EntityKind.ITALIC, offset, length));
            case "u", "ins" -> entities.add(new Entity(EntityKind.UNDERLINE, offset, length));
            case "s", "strike", "del" -> entities.add(new Entity(EntityKind.STRIKETHROUGH, offset, length));
            case "span", "tg-spoiler" -> entities.add(new Entity(EntityKind.SPOILER, offset, length));
            case "blockquote" ->
                entities.add(new Entity(
                        tag.argument().isEmpty() ? EntityKind.BLOCKQUOTE : EntityKind.EXPANDABLE_BLOCKQUOTE,
                        offset,
                        length));
            case "pre" -> addPre(entities, new Entity(EntityKind.PRE, offset, length));
            case "code" -> addCode(entities, new Entity(EntityKind.CODE, offset, length), tag.argument());
            case "a" -> addLink(entities, tag.argument().isEmpty() ? content : tag.argument(), offset, length);
            case "tg-emoji" -> addEmoji(entities, tag.argument(), offset, length);
            case "tg-time" -> addTime(entities, tag, offset, length);
            default -> throw new IllegalStateException("no entity for tag " + tag.name());
        }
    }

    /** {@code <pre><code class="language-x">} is one entity with a language. */
    private static void addPre(List<Entity> entities, Entity pre) {
        if (lastIs(entities, EntityKind.CODE, pre)
                && !entities.getLast().detail().isEmpty()) {
            var code = entities.removeLast();
            entities.add(new Entity(EntityKind.PRE, pre.offset(), pre.length(), code.detail()));
        } else {
            entities.add(pre);
        }
    }

    private static void addCode(List<Entity> entities, Entity code, String language) {
        if (lastIs(entities, EntityKind.PRE, code) && !language.isEmpty()) {
            entities.removeLast();
            entities.add(new Entity(EntityKind.PRE, code.offset(), code.length(), language));
        } else {
            entities.add(new Entity(EntityKind.CODE, code.offset(), code.length(), language));
        }
    }

    private static boolean lastIs(List<Entity> entities, EntityKind kind, Entity over) {
        if (entities.isEmpty()) {
            return false;
        }
        var last = entities.getLast();
        return last.kind() == kind && last.offset() == over.offset() && last.length() == over.length();
    }

    private static void addLink(List<Entity> entities, String link, int offset, int length) {
        OptionalLong user = Links.user(link);
        if (user.isPresent()) {
            entities.add(new Entity(EntityKind.TEXT_MENTION, offset, length, Long.toString(user.getAsLong())));
        } else if (Links.check(link) instanceof Links.Checked.Good good) {
            entities.add(new Entity(EntityKind.TEXT_LINK, offset, length, good.url()));
        }
    }

    private static void addEmoji(List<Entity> entities, String id, int offset, int length) throws MalformedText {
        if (!id.matches("[1-9]\\d{0,18}")) {
            throw new MalformedText("Invalid custom emoji identifier specified");
        }
        entities.add(new Entity(EntityKind.CUSTOM_EMOJI, offset, length, id));
    }

    private static void addTime(List<Entity> entities, StartTag tag, int offset, int length) throws MalformedText {
        if (!tag.argument().matches("[rR]|[tTdDwW]*")) {
            throw new MalformedText("Invalid date-time format specified");
        }
        if (tag.unixTime() > 0) {
            var detail = (tag.unixTime() + " " + tag.argument()).strip();
            entities.add(new Entity(EntityKind.DATE_TIME, offset, length, detail));
        }
    }
}
