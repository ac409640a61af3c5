package io.fleetgram.demo.emulator.botapi;

import java.util.Locale;

/**
 * The server's "no" to a request, thrown where it is known and turned into an answer in one place.
 *
 * <p>Texts are those of tdlib and telegram-bot-api; as there, the first letter becomes small behind {@code Bad Request: }
 * unless the text is an upper-case code.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int code;
    private final String description;
    private final int retryAfter;
    private final long migrateTo;

    private Refusal(int code, String description, int retryAfter, long migrateTo) {
        super(description, null, false, false);
        this.code = code;
        this.description = description;
        this.retryAfter = retryAfter;
        this.migrateTo = migrateTo;
    }

    public static Refusal badRequest(String reason) {
        return new Refusal(400, "Bad Request: " + uncapitalized(reason), 0, 0);
    }

    public static Refusal forbidden(String reason) {
        return new Refusal(403, "Forbidden: " + uncapitalized(reason), 0, 0);
    }

    /** Any other; the description is taken as it is. */
    public static Refusal of(int code, String description) {
        return new Refusal(code, description, 0, 0);
    }

    /** Too many requests; {@code seconds} until the next may come. */
    public static Refusal retryAfter(int seconds) {
        return new Refusal(429, "Too Many Requests: retry after " + seconds, seconds, 0);
    }

    /** The group is now another chat. */
    public static Refusal migratedTo(long chat) {
        return new Refusal(400, "Bad Request: group chat was upgraded to a supergroup chat", 0, chat);
    }

    private static String uncapitalized(String reason) {
        boolean code = reason.length() >= 2 && (reason.charAt(1) == '_' || Character.isUpperCase(reason.charAt(1)));
        return code ? reason : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }

    /** The HTTP status and {@code error_code}. */
    public int code() {
        return code;
    }

    public String description() {
        return description;
    }

    /** Seconds, or 0. */
    public int retryAfter() {
        return retryAfter;
    }

    /** {@code migrate_to_chat_id}, or 0. */
    public long migrateTo() {
        return migrateTo;
    }
}
