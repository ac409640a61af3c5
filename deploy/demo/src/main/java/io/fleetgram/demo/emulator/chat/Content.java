package io.fleetgram.demo.emulator.chat;

import io.fleetgram.demo.emulator.text.FormattedText;

/** What a message carries. */
public sealed interface Content {

    /** The text, or the caption; empty where there can be none. */
    default FormattedText words() {
        return FormattedText.EMPTY;
    }

    record Text(FormattedText words) implements Content {}

    /** A picture; {@code file} is the id of a stored file, sizes are in pixels. */
    record Photo(String file, int width, int height, boolean spoiler, FormattedText words) implements Content {}

    /** Any file, sent as it is. */
    record Document(String file, FormattedText words) implements Content {}

    record Location(double latitude, double longitude) implements Content {}

    /** A phone book entry; {@code user} is 0 if it is nobody known. */
    record Contact(String phone, String firstName, String lastName, long user) implements Content {}

    /** Somebody opened a forum topic. */
    record TopicCreated(String name, int iconColor) implements Content {}

    /** Somebody pinned a message. */
    record Pinned(int message) implements Content {}

    /** Somebody joined a group. */
    record Joined(long user) implements Content {}

    /** A basic group became a supergroup; told in the group. */
    record MigratedTo(long chat) implements Content {}
}
