package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.telegram.app.Inbox;
import io.fleetgram.bot.telegram.app.ReceivedUpdate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inbox in {@code telegram_inbox}; its order comes from a row that is locked and written, never from a counter. */
public final class JdbcInbox implements Inbox {

    /** Telegram keeps updates for 24 h, and its ids may begin again after a quiet week. */
    private static final Duration SAME_UPDATE = Duration.ofDays(2);

    private static final int LONGEST_OUTCOME = 200;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Leases leases;
    private final InstantSource time;

    public JdbcInbox(JdbcClient jdbc, Transactions transactions, Leases leases, InstantSource time) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.leases = leases;
        this.time = time;
    }

    @Override
    public Collection<Long> receive(Lease lease, long botId, List<ReceivedUpdate> batch) {
        if (batch.isEmpty()) {
            return Set.of();
        }
        return transactions.write(() -> {
            leases.fence(lease);
            var now = time.instant();
            var fresh = fresh(botId, batch, now);
            long position = reserve(fresh.size());
            for (var update : fresh) {
                insert(++position, botId, update, now);
            }
            return fresh.stream().map(ReceivedUpdate::updateId).toList();
        });
    }

    private Collection<ReceivedUpdate> fresh(long botId, List<ReceivedUpdate> batch, Instant now) {
        var byId = new LinkedHashMap<Long, ReceivedUpdate>();
        batch.forEach(update -> byId.putIfAbsent(update.updateId(), update));
        jdbc.sql("DELETE FROM telegram_inbox WHERE bot_id = :bot AND update_id IN (:ids) AND received_at < :limit")
                .param("bot", botId)
                .param("ids", byId.keySet())
                .param("limit", DatabaseTime.of(now.minus(SAME_UPDATE)))
                .update();
        var known = new HashSet<>(
                jdbc.sql("SELECT update_id FROM telegram_inbox WHERE bot_id = :bot AND update_id IN (:ids)")
                        .param("bot", botId)
                        .param("ids", byId.keySet())
                        .query(Long.class)
                        .list());
        byId.keySet().removeAll(known);
        return byId.values();
    }

    /** Returns the position after which the reserved ones follow. */
    private long reserve(int count) {
        jdbc.sql("UPDATE telegram_inbox_position SET position = position + :count WHERE id = 1")
                .param("count", count)
                .update();
        return jdbc.sql("SELECT position FROM telegram_inbox_position WHERE id = 1")
                        .query(Long.class)
                        .single()
                - count;
    }

    private void insert(long position, long botId, ReceivedUpdate update, Instant now) {
        jdbc.sql("""
                INSERT INTO telegram_inbox (position, bot_id, update_id, chat_id, body, received_at)
                VALUES (:position, :bot, :update, :chat, :body, :now)""")
                .param("position", position)
                .param("bot", botId)
                .param("update", update.updateId())
                .param("chat", update.chatId())
                .param("body", update.body())
                .param("now", DatabaseTime.of(now))
                .update();
    }

    @Override
    public List<Long> openChats(int limit) {
        return jdbc.sql("""
                SELECT chat_id FROM telegram_inbox WHERE done_at IS NULL
                GROUP BY chat_id ORDER BY MIN(position) LIMIT :limit""")
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    @Override
    public Optional<Item> claim(Lease lease, long chatId) {
        return transactions.write(() -> {
            leases.fence(lease);
            var item = jdbc.sql("""
                            SELECT position, chat_id, body, tries, acted_at FROM telegram_inbox
                            WHERE done_at IS NULL AND chat_id = :chat ORDER BY position LIMIT 1""")
                    .param("chat", chatId)
                    .query((row, number) -> new Item(
                            row.getLong("position"),
                            row.getLong("chat_id"),
                            row.getString("body"),
                            row.getInt("tries") + 1,
                            row.getObject("acted_at") != null))
                    .optional();
            item.ifPresent(found -> jdbc.sql("UPDATE telegram_inbox SET tries = tries + 1 WHERE position = :position")
                    .param("position", found.position())
                    .update());
            return item;
        });
    }

    @Override
    public void acted(Lease lease, Item item) {
        leases.fence(lease);
        int marked = jdbc.sql("""
                        UPDATE telegram_inbox SET acted_at = :now
                        WHERE position = :position AND acted_at IS NULL AND done_at IS NULL""")
                .param("now", DatabaseTime.of(time.instant()))
                .param("position", item.position())
                .update();
        if (marked == 0) {
            throw new Lease.Lost(lease);
        }
    }

    @Override
    public void done(Lease lease, Item item, String outcome) {
        leases.fence(lease);
        jdbc.sql("UPDATE telegram_inbox SET done_at = :now, outcome = :outcome WHERE position = :position")
                .param("now", DatabaseTime.of(time.instant()))
                .param("outcome", outcome.substring(0, Math.min(outcome.length(), LONGEST_OUTCOME)))
                .param("position", item.position())
                .update();
    }

    @Override
    public int purge(Instant before, int limit) {
        return transactions.write(() -> jdbc.sql(
                        "DELETE FROM telegram_inbox WHERE done_at IS NOT NULL AND received_at < :before LIMIT :limit")
                .param("before", DatabaseTime.of(before))
                .param("limit", limit)
                .update());
    }
}
