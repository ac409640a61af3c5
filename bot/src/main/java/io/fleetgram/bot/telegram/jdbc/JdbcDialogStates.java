package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.app.DialogState;
import io.fleetgram.bot.telegram.app.DialogStates;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dialogs in {@code telegram_dialog}. */
public final class JdbcDialogStates implements DialogStates {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    public JdbcDialogStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<DialogState> find(long chatId, long personId) {
        return jdbc.sql(
                        "SELECT address, step, draft FROM telegram_dialog WHERE chat_id = :chat AND person_id = :person")
                .param("chat", chatId)
                .param("person", personId)
                .query((row, number) -> new DialogState(
                        Address.parse(row.getString("address")),
                        row.getString("step"),
                        JSON.readValue(row.getString("draft"), new TypeReference<Map<String, String>>() {})))
                .optional();
    }

    @Override
    public void put(long chatId, long personId, DialogState state, Instant now) {
        jdbc.sql("""
                INSERT INTO telegram_dialog (chat_id, person_id, address, step, draft, started_at, updated_at)
                VALUES (:chat, :person, :address, :step, :draft, :now, :now)
                ON DUPLICATE KEY UPDATE address = VALUES(address), step = VALUES(step), draft = VALUES(draft),
                    updated_at = VALUES(updated_at)""")
                .param("chat", chatId)
                .param("person", personId)
                .param("address", state.started().text())
                .param("step", state.step())
                .param("draft", JSON.writeValueAsString(state.answers()))
                .param("now", DatabaseTime.of(now))
                .update();
    }

    @Override
    public void drop(long chatId, long personId) {
        jdbc.sql("DELETE FROM telegram_dialog WHERE chat_id = :chat AND person_id = :person")
                .param("chat", chatId)
                .param("person", personId)
                .update();
    }
}
