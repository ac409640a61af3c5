package io.fleetgram.demo.emulator.text;

import java.util.Optional;

/** What a part of a text is; names as in the Bot API's {@code MessageEntity.type}. */
public enum EntityKind {
    MENTION("mention", Nesting.CONTINUOUS, 50),
    HASHTAG("hashtag", Nesting.CONTINUOUS, 50),
    BOT_COMMAND("bot_command", Nesting.CONTINUOUS, 50),
    URL("url", Nesting.CONTINUOUS, 50),
    EMAIL("email", Nesting.CONTINUOUS, 50),
    TEXT_LINK("text_link", Nesting.CONTINUOUS, 49),
    TEXT_MENTION("text_mention", Nesting.CONTINUOUS, 49),
    CUSTOM_EMOJI("custom_emoji", Nesting.CONTINUOUS, 99),
    PRE("pre", Nesting.OPAQUE, 10),
    CODE("code", Nesting.OPAQUE, 20),
    DATE_TIME("date_time", Nesting.OPAQUE, 30),
    BOLD("bold", Nesting.SPLITTABLE, 90),
    ITALIC("italic", Nesting.SPLITTABLE, 91),
    UNDERLINE("underline", Nesting.SPLITTABLE, 92),
    STRIKETHROUGH("strikethrough", Nesting.SPLITTABLE, 93),
    SPOILER("spoiler", Nesting.SPLITTABLE, 94),
    BLOCKQUOTE("blockquote", Nesting.BLOCK, 0),
    EXPANDABLE_BLOCKQUOTE("expandable_blockquote", Nesting.BLOCK, 0);

    /** How a kind gets on with others over the same text. */
    enum Nesting {
        /** May overlap anything; is cut at the borders of the others. */
        SPLITTABLE,
        /** Holds no other continuous one. */
        CONTINUOUS,
        /** Continuous, and shows no other formatting inside. */
        OPAQUE,
        /** May hold the others, but no second one of its own sort. */
        BLOCK
    }

    private final String apiName;
    private final Nesting nesting;
    private final int priority;

    EntityKind(String apiName, Nesting nesting, int priority) {
        this.apiName = apiName;
        this.nesting = nesting;
        this.priority = priority;
    }

    /** The name in {@code MessageEntity.type}. */
    public String apiName() {
        return apiName;
    }

    Nesting nesting() {
        return nesting;
    }

    /** Lower comes first among entities over the same range. */
    int priority() {
        return priority;
    }

    /** True for what the server finds by itself; a bot that sends such an entity has it ignored. */
    public boolean foundByServer() {
        return switch (this) {
            case MENTION, HASHTAG, BOT_COMMAND, URL, EMAIL -> true;
            default -> false;
        };
    }

    /** The kind with this Bot API name, if there is one. */
    public static Optional<EntityKind> named(String apiName) {
        for (var kind : values()) {
            if (kind.apiName.equals(apiName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
