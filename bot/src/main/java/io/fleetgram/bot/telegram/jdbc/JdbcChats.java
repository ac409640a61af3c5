package io.fleetgram.bot.telegram.jdbc;

import static io.fleetgram.bot.platform.jdbc.Columns.optionalInstant;
import static io.fleetgram.bot.platform.jdbc.Columns.optionalText;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.telegram.app.Chat;
import io.fleetgram.bot.telegram.app.Chats;
import io.fleetgram.bot.telegram.app.Person;
import io.fleetgram.bot.telegram.app.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chats in {@code telegram_chat}. */
public final class JdbcChats implements Chats {

    private static final int LONGEST_WHY = 200;

    private final JdbcClient jdbc;

    public JdbcChats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Chat> find(long chatId) {
        return jdbc.sql("SELECT * FROM telegram_chat WHERE chat_id = :chat")
                .param("chat", chatId)
                .query((row, number) -> chat(row))
                .optional();
    }

    @Override
    public void seen(Place place, Person person, Instant now) {
        jdbc.sql("""
                INSERT INTO telegram_chat (chat_id, person_id, language, seen_at)
                VALUES (:chat, :person, :language, :now)
                ON DUPLICATE KEY UPDATE person_id = VALUES(person_id),
                    language = COALESCE(language, VALUES(language)),
                    seen_at = VALUES(seen_at), dead_since = NULL, dead_why = NULL""")
                .param("chat", place.chatId())
                .param("person", place.isPrivate() ? person.id() : null)
                .param("language", person.language().map(JdbcChats::shortened).orElse(null))
                .param("now", DatabaseTime.of(now))
                .update();
    }

    @Override
    public void strangerTold(long chatId, Instant now) {
        jdbc.sql("UPDATE telegram_chat SET stranger_told_at = :now WHERE chat_id = :chat")
                .param("now", DatabaseTime.of(now))
                .param("chat", chatId)
                .update();
    }

    @Override
    public void showing(long chatId, Optional<Long> messageId, String address, boolean picture, Instant now) {
        jdbc.sql("""
                UPDATE telegram_chat SET screen_message = :message, screen_address = :address,
                    screen_has_picture = :picture, screen_shown_at = :now
                WHERE chat_id = :chat""")
                .param("message", messageId.orElse(null))
                .param("address", address)
                .param("picture", picture)
                .param("now", DatabaseTime.of(now))
                .param("chat", chatId)
                .update();
    }

    @Override
    public void dead(long chatId, String why, Instant now) {
        jdbc.sql("""
                UPDATE telegram_chat SET dead_since = :now, dead_why = :why
                WHERE chat_id = :chat AND dead_since IS NULL""")
                .param("now", DatabaseTime.of(now))
                .param("why", why.substring(0, Math.min(why.length(), LONGEST_WHY)))
                .param("chat", chatId)
                .update();
    }

    @Override
    public void migrated(long from, long to) {
        jdbc.sql("DELETE FROM telegram_chat WHERE chat_id = :to")
                .param("to", to)
                .update();
        for (var table : List.of("telegram_chat", "telegram_outbox", "telegram_dialog")) {
            jdbc.sql("UPDATE " + table + " SET chat_id = :to WHERE chat_id = :from")
                    .param("to", to)
                    .param("from", from)
                    .update();
        }
    }

    @Override
    public List<Chat> withPersons() {
        return jdbc.sql("SELECT * FROM telegram_chat WHERE person_id IS NOT NULL AND dead_since IS NULL")
                .query((row, number) -> chat(row))
                .list();
    }

    @Override
    public List<Chat> showing(String address, Instant activeSince) {
        return jdbc.sql("""
                SELECT * FROM (
                    SELECT chat_id, person_id, language, zone, screen_message, screen_has_picture, dead_since,
                        stranger_told_at, COALESCE(
                            (SELECT COALESCE(address, '') FROM telegram_outbox
                             WHERE telegram_outbox.chat_id = telegram_chat.chat_id AND kind = 'SCREEN'
                                 AND state IN ('WAITING', 'SENDING')
                             ORDER BY position DESC LIMIT 1),
                            screen_address) AS screen_address
                    FROM telegram_chat
                    WHERE seen_at > :since AND dead_since IS NULL) shown
                WHERE screen_address = :address OR LEFT(screen_address, :length) = :begin""")
                .param("address", address)
                .param("length", address.length() + 1)
                .param("begin", address + ":")
                .param("since", DatabaseTime.of(activeSince))
                .query((row, number) -> chat(row))
                .list();
    }

    private static Chat chat(ResultSet row) throws SQLException {
        return new Chat(
                row.getLong("chat_id"),
                Optional.ofNullable(row.getObject("person_id", Long.class)),
                optionalText(row, "language"),
                optionalText(row, "zone"),
                Optional.ofNullable(row.getObject("screen_message", Long.class)),
                optionalText(row, "screen_address").orElse(""),
                row.getBoolean("screen_has_picture"),
                optionalInstant(row, "dead_since"),
                optionalInstant(row, "stranger_told_at"));
    }

    private static String shortened(String language) {
        return language.length() > 8 ? language.substring(0, 2) : language;
    }
}
