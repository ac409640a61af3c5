package io.fleetgram.demo.emulator.text;

import java.util.Comparator;

/**
 * A marked part of a text.
 *
 * @param offset in UTF-16 units from the start of the text
 * @param length in UTF-16 units
 * @param detail the link of {@code TEXT_LINK}, the user's id of {@code TEXT_MENTION}, the language of {@code PRE}, the
 *     emoji's id of {@code CUSTOM_EMOJI}, Unix seconds and format, parted by a blank, of {@code DATE_TIME}; else empty
 */
public record Entity(EntityKind kind, int offset, int length, String detail) {

    /** The order in which a server lists entities: from left to right, the outer before the inner. */
    public static final Comparator<Entity> ORDER = Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed())
            .thenComparingInt(entity -> entity.kind().priority());

    public Entity(EntityKind kind, int offset, int length) {
        this(kind, offset, length, "");
    }

    /** The first UTF-16 unit behind the entity. */
    public int end() {
        return offset + length;
    }

    Entity over(int from, int to) {
        return over(from, to, detail);
    }

    Entity over(int from, int to, String newDetail) {
        return new Entity(kind, from, to - from, newDetail);
    }
}
