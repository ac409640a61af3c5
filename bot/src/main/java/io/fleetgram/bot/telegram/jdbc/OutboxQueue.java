package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.jdbc.Columns;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.app.Outbox.Item;
import io.fleetgram.bot.telegram.app.Outgoing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The queue of each chat: appending at its end, folding of screens, reading its first message. */
final class OutboxQueue {

    /** All screens of a chat are edits of one message, so the newest stands for all. */
    private static final String SCREEN = "screen";

    private final JdbcClient jdbc;
    private final SecretWords secrets;

    OutboxQueue(JdbcClient jdbc, SecretWords secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** What appending needs to know of the chat, whose row it has locked by writing it. */
    private record End(long position, boolean dead, String shown) {}

    void append(long chatId, Outgoing message, Instant now) {
        append(chatId, lock(chatId, now), message, now);
    }

    void appendIfStillShown(long chatId, Outgoing.Screen screen, Instant now) {
        var end = lock(chatId, now);
        var coming = jdbc.sql("""
                        SELECT DISTINCT COALESCE(address, '') FROM telegram_outbox
                        WHERE chat_id = :chat AND state IN ('WAITING', 'SENDING') AND fold_key = :fold""")
                .param("chat", chatId)
                .param("fold", SCREEN)
                .query(String.class)
                .set();
        var next = coming.isEmpty() ? Set.of(end.shown()) : coming;
        if (next.equals(Set.of(screen.address()))) {
            append(chatId, end, lineAbove(chatId).map(screen::under).orElse(screen), now);
        }
    }

    /** The line above the newest screen of a chat, sent or not. */
    private Optional<Html> lineAbove(long chatId) {
        return jdbc.sql("""
                        SELECT COALESCE(line, '') FROM telegram_outbox WHERE chat_id = :chat AND fold_key = :fold
                        ORDER BY position DESC LIMIT 1""")
                .param("chat", chatId)
                .param("fold", SCREEN)
                .query(String.class)
                .optional()
                .filter(line -> !line.isEmpty())
                .map(Html::new);
    }

    private End lock(long chatId, Instant now) {
        jdbc.sql("""
                INSERT INTO telegram_chat (chat_id, seen_at, outbox_position) VALUES (:chat, :now, 1)
                ON DUPLICATE KEY UPDATE outbox_position = outbox_position + 1""").param("chat", chatId).param("now", DatabaseTime.of(now)).update();
        return jdbc.sql("SELECT outbox_position, dead_since, screen_address FROM telegram_chat WHERE chat_id = :chat")
                .param("chat", chatId)
                .query((row, number) -> new End(
                        row.getLong("outbox_position"),
                        row.getObject("dead_since") != null,
                        Columns.optionalText(row, "screen_address").orElse("")))
                .single();
    }

    private void append(long chatId, End end, Outgoing message, Instant now) {
        if (end.dead()) {
            return;
        }
        var screen = message instanceof Outgoing.Screen shown ? Optional.of(shown) : Optional.<Outgoing.Screen>empty();
        boolean below = screen.map(Outgoing.Screen::below).orElse(false);
        if (screen.isPresent()) {
            below |= fold(chatId, end.position());
        }
        var words = MessageBody.write(message.view());
        jdbc.sql("""
                INSERT INTO telegram_outbox (position, chat_id, kind, fold_key, below, address, line, body, attachment,
                    state, not_before, created_at)
                VALUES (:position, :chat, :kind, :fold, :below, :address, :line, :body, :attachment, 'WAITING', :now, :now)""")
                .param("position", end.position())
                .param("chat", chatId)
                .param("kind", kind(message))
                .param("fold", screen.isPresent() ? SCREEN : null)
                .param("below", below)
                .param("address", screen.map(Outgoing.Screen::address).orElse(null))
                .param(
                        "line",
                        screen.flatMap(Outgoing.Screen::line).map(Html::markup).orElse(null))
                .param("body", message instanceof Outgoing.Secret ? secrets.seal(words) : words)
                .param("attachment", MessageBody.attachment(message.view()).orElse(null))
                .param("now", DatabaseTime.of(now))
                .update();
    }

    /** Folds the screens that wait before a position; returns whether one of them had to be a new message. */
    private boolean fold(long chatId, long before) {
        var waiting = jdbc.sql("""
                        SELECT id, below FROM telegram_outbox
                        WHERE chat_id = :chat AND state = 'WAITING' AND fold_key = :fold AND position < :before
                        FOR UPDATE""")
                .param("chat", chatId)
                .param("fold", SCREEN)
                .param("before", before)
                .query((row, number) -> new Waiting(row.getLong("id"), row.getBoolean("below")))
                .list();
        for (var folded : waiting) {
            jdbc.sql("UPDATE telegram_outbox SET state = 'FOLDED', attachment = NULL WHERE id = :id")
                    .param("id", folded.id())
                    .update();
        }
        return waiting.stream().anyMatch(Waiting::below);
    }

    private record Waiting(long id, boolean below) {}

    /** A screen that could not be sent gives way to one that was put behind it meanwhile. */
    void foldIfOvertaken(Item item) {
        if (item.message() instanceof Outgoing.Screen) {
            Optional<Long> newest = jdbc.sql("""
                            SELECT MAX(position) FROM telegram_outbox
                            WHERE chat_id = :chat AND state = 'WAITING' AND fold_key = :fold""")
                    .param("chat", item.chatId())
                    .param("fold", SCREEN)
                    .query(Long.class)
                    .optional();
            newest.filter(position -> fold(item.chatId(), position))
                    .ifPresent(position -> jdbc.sql("""
                            UPDATE telegram_outbox SET below = TRUE
                            WHERE chat_id = :chat AND position = :position AND fold_key = :fold""")
                            .param("chat", item.chatId())
                            .param("position", position)
                            .param("fold", SCREEN)
                            .update());
        }
    }

    /** A waiting message as it lies in its row. */
    @SuppressWarnings("ArrayRecordComponent") // read once, sent once, never compared
    record Head(
            long id,
            long chatId,
            int tries,
            String kind,
            String body,
            byte @Nullable [] attachment,
            String address,
            boolean below) {}

    /** Returns a chat's first waiting message, if it may go now. */
    Optional<Head> first(long chatId, Instant now) {
        return jdbc.sql("""
                        SELECT * FROM (SELECT * FROM telegram_outbox WHERE chat_id = :chat AND state = 'WAITING'
                                       ORDER BY position LIMIT 1) head
                        WHERE head.not_before <= :now""")
                .param("chat", chatId)
                .param("now", DatabaseTime.of(now))
                .query((row, number) -> head(row))
                .optional();
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                row.getLong("chat_id"),
                row.getInt("tries"),
                row.getString("kind"),
                row.getString("body"),
                row.getBytes("attachment"),
                Columns.optionalText(row, "address").orElse(""),
                row.getBoolean("below"));
    }

    /**
     * Understands a message.
     *
     * @throws RuntimeException if it cannot be read, such as a secret that was sealed with a key that is gone
     */
    Item read(Head head) {
        var body = head.kind().equals("SECRET") ? secrets.open(head.body()) : head.body();
        var view = MessageBody.read(body, head.attachment());
        Outgoing message = switch (head.kind()) {
            case "SCREEN" -> new Outgoing.Screen(view, head.address(), head.below());
            case "SECRET" -> new Outgoing.Secret(view);
            case "ALERT" -> new Outgoing.Alert(view);
            case "NOTICE" -> new Outgoing.Notice(view);
            case "REPORT" -> new Outgoing.Report(view);
            default -> throw new IllegalStateException("a message of the unknown kind " + head.kind());
        };
        return new Item(head.id(), head.chatId(), head.tries() + 1, message);
    }

    private static String kind(Outgoing message) {
        return switch (message) {
            case Outgoing.Screen screen -> "SCREEN";
            case Outgoing.Secret secret -> "SECRET";
            case Outgoing.Alert alert -> "ALERT";
            case Outgoing.Notice notice -> "NOTICE";
            case Outgoing.Report report -> "REPORT";
        };
    }
}
