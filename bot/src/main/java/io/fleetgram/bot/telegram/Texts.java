package io.fleetgram.bot.telegram;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The words of one reader's language, and how that reader sees numbers and times.
 *
 * <p>Messages are ICU patterns with numbered arguments, in one bundle per feature ({@code texts/<feature>.properties}); a
 * key begins with its feature's name: {@code nodes.title}. Every argument that is not {@link Html} is escaped. Numbers are grouped
 * as the reader groups them: pass a port or an id as text.
 */
public interface Texts {

    /**
     * Returns the message as HTML.
     *
     * @throws IllegalArgumentException if no bundle has the key; a test walks every key of every language
     */
    Html html(String key, Object... arguments);

    /** Returns the message as plain text, for button labels and toasts. */
    String plain(String key, Object... arguments);

    Locale locale();

    ZoneId zone();

    /** Such as {@code 1.5 GiB}. */
    String bytes(long bytes);

    /** Such as {@code 1.5 MiB/s}. */
    String rate(long bytesPerSecond);

    /** Such as {@code 3 min ago}. */
    String ago(Instant then);

    /** Such as {@code 14:03:22}, in the reader's zone. */
    String clock(Instant then);

    /** Such as {@code 2026-03-01 14:03:22}, in the reader's zone. */
    String moment(Instant then);
}
