package io.fleetgram.bot.audit.jdbc;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.audit.AuditEntry.Actor;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.platform.TraceId;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends to {@code audit_entry}, with the trace id of what this thread works on. */
@Component
final class JdbcAudit implements Audit {

    private final JdbcClient jdbc;
    private final RandomKeys keys;
    private final InstantSource time;

    JdbcAudit(JdbcClient jdbc, RandomKeys keys, InstantSource time) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.time = time;
    }

    /** An actor as two columns and a chat. */
    private record Columns(
            String kind, String actor, @Nullable Long chatId) {

        static Columns of(Actor actor) {
            return switch (actor) {
                case Actor.OperatorActor operator ->
                    new Columns("OPERATOR", String.valueOf(operator.telegramUserId()), operator.chatId());
                case Actor.UserActor user -> new Columns("USER", String.valueOf(user.telegramUserId()), null);
                case Actor.SystemActor system -> new Columns("SYSTEM", system.what(), null);
                case Actor.NodeActor node -> new Columns("NODE", node.nodeKey(), null);
                case Actor.CommandLineActor shell -> new Columns("COMMAND_LINE", shell.systemUser(), null);
            };
        }
    }

    @Override
    public void write(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry is written in the transaction of the change it tells of");
        }
        var columns = Columns.of(entry.actor());
        var trace = Trace.current().orElseGet(() -> new TraceId(keys.key()));
        jdbc.sql("""
                INSERT INTO audit_entry (at, actor_kind, actor, chat_id, action, subject, before_json, after_json, trace_id)
                VALUES (:at, :kind, :actor, :chat, :action, :subject, :before, :after, :trace)""")
                .param("at", DatabaseTime.of(time.instant()))
                .param("kind", columns.kind())
                .param("actor", columns.actor())
                .param("chat", columns.chatId())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("before", entry.before().orElse(null))
                .param("after", entry.after().orElse(null))
                .param("trace", trace.text())
                .update();
    }
}
