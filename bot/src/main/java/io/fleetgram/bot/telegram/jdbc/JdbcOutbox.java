package io.fleetgram.bot.telegram.jdbc;

import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Leases;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.platform.jdbc.Columns;
import io.fleetgram.bot.telegram.app.Outbox;
import io.fleetgram.bot.telegram.app.Outgoing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The outbox in {@code telegram_outbox}. Who appends holds the chat's row, so a chat's positions have no gaps. A claim ends
 * once: what a process that lost the lease still says of its claim counts for nothing after the next one has recovered it.
 */
public final class JdbcOutbox implements Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);
    private static final int LONGEST_ERROR = 500;

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Leases leases;
    private final OutboxQueue queue;

    public JdbcOutbox(JdbcClient jdbc, Transactions transactions, Leases leases, SecretWords secrets) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.leases = leases;
        queue = new OutboxQueue(jdbc, secrets);
    }

    @Override
    public void put(long chatId, Outgoing message, Instant now) {
        queue.append(chatId, message, now);
    }

    @Override
    public void redraw(long chatId, Outgoing.Screen screen, Instant now) {
        queue.appendIfStillShown(chatId, screen, now);
    }

    @Override
    public List<Due> due(int limit) {
        return jdbc.sql("""
                SELECT first.chat_id, message.not_before
                FROM (SELECT chat_id, MIN(position) AS position FROM telegram_outbox
                      WHERE state = 'WAITING' GROUP BY chat_id) first
                JOIN telegram_outbox message ON message.chat_id = first.chat_id
                    AND message.position = first.position AND message.state = 'WAITING'
                ORDER BY message.not_before LIMIT :limit""")
                .param("limit", limit)
                .query((row, number) -> new Due(row.getLong("chat_id"), Columns.instant(row, "not_before")))
                .list();
    }

    @Override
    public Optional<Item> claim(Lease lease, long chatId, Instant now) {
        return transactions.write(() -> {
            leases.fence(lease);
            return queue.first(chatId, now).filter(this::mark).flatMap(this::read);
        });
    }

    /** The fence makes it wait for the end of the claim's transaction, whatever that end is. */
    @Override
    public int unclaim(Lease lease, long chatId, Instant now) {
        return transactions.write(() -> {
            leases.fence(lease);
            return jdbc.sql("""
                            UPDATE telegram_outbox SET state = 'WAITING', not_before = :now
                            WHERE chat_id = :chat AND state = 'SENDING'""")
                    .param("now", DatabaseTime.of(now))
                    .param("chat", chatId)
                    .update();
        });
    }

    private boolean mark(OutboxQueue.Head head) {
        return jdbc.sql("""
                        UPDATE telegram_outbox SET state = 'SENDING', tries = tries + 1
                        WHERE id = :id AND state = 'WAITING'""").param("id", head.id()).update() == 1;
    }

    /** A message that cannot be read must not hold up those behind it. */
    private Optional<Item> read(OutboxQueue.Head head) {
        try {
            return Optional.of(queue.read(head));
        } catch (RuntimeException e) {
            LOG.error("Message {} for chat {} cannot be read; it is given up.", head.id(), head.chatId(), e);
            jdbc.sql("UPDATE telegram_outbox SET state = 'FAILED', error = 'cannot be read' WHERE id = :id")
                    .param("id", head.id())
                    .update();
            return Optional.empty();
        }
    }

    @Override
    public void sent(Item item, Optional<Long> messageId, Instant now) {
        jdbc.sql("""
                UPDATE telegram_outbox SET state = 'SENT', sent_at = :now, message_id = :message, error = NULL,
                    attachment = NULL, body = IF(kind = 'SECRET', '{}', body)
                WHERE id = :id AND state = 'SENDING' AND tries = :tries""")
                .param("now", DatabaseTime.of(now))
                .param("message", messageId.orElse(null))
                .param("id", item.id())
                .param("tries", item.tries())
                .update();
    }

    @Override
    public void closed(Item item, Closed how, String why) {
        jdbc.sql("""
                UPDATE telegram_outbox SET state = :state, error = :why, attachment = NULL,
                    body = IF(kind = 'SECRET', '{}', body)
                WHERE id = :id AND state = 'SENDING' AND tries = :tries""")
                .param("state", how.name())
                .param("why", cut(why))
                .param("id", item.id())
                .param("tries", item.tries())
                .update();
    }

    @Override
    public void again(Item item, Instant notBefore, String why) {
        int waits = jdbc.sql("""
                        UPDATE telegram_outbox SET state = 'WAITING', not_before = :notBefore, error = :why
                        WHERE id = :id AND state = 'SENDING' AND tries = :tries""")
                .param("notBefore", DatabaseTime.of(notBefore))
                .param("why", cut(why))
                .param("id", item.id())
                .param("tries", item.tries())
                .update();
        if (waits == 1) {
            queue.foldIfOvertaken(item);
        }
    }

    @Override
    public void closeAll(long chatId, String why) {
        jdbc.sql("""
                UPDATE telegram_outbox SET state = 'FAILED', error = :why, attachment = NULL,
                    body = IF(kind = 'SECRET', '{}', body)
                WHERE chat_id = :chat AND state = 'WAITING'""").param("why", cut(why)).param("chat", chatId).update();
    }

    @Override
    public int recover(Lease lease, Instant now) {
        return transactions.write(() -> {
            leases.fence(lease);
            int again = jdbc.sql("""
                            UPDATE telegram_outbox SET state = 'WAITING', not_before = :now
                            WHERE state = 'SENDING' AND kind IN ('ALERT', 'SCREEN', 'SECRET')""").param("now", DatabaseTime.of(now)).update();
            return again + jdbc.sql("""
                            UPDATE telegram_outbox SET state = 'UNKNOWN', attachment = NULL,
                                error = 'the controller ended while it was being sent'
                            WHERE state = 'SENDING'""").update();
        });
    }

    @Override
    public int purge(Instant before, int limit) {
        return transactions.write(() -> jdbc.sql("""
                        DELETE FROM telegram_outbox
                        WHERE created_at < :before AND state NOT IN ('WAITING', 'SENDING') LIMIT :limit""")
                .param("before", DatabaseTime.of(before))
                .param("limit", limit)
                .update());
    }

    private static String cut(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_ERROR));
    }
}
