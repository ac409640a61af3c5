package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandFile;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.platform.DatabaseTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Commands in table {@code node_command}. */
@Repository
final class JdbcNodeCommands implements NodeCommands {

    private static final String SELECT = "SELECT " + CommandRow.COLUMNS + " FROM node_command ";

    private final JdbcClient jdbc;

    JdbcNodeCommands(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(NodeCommand command) {
        jdbc.sql("""
                INSERT INTO node_command (command_key, node_key, kind, arguments, asked_by, state, asked_at, expires_at, trace_id)
                VALUES (:key, :node, :kind, :arguments, :askedBy, :state, :askedAt, :expiresAt, :trace)
                """)
                .param("key", command.key().text())
                .param("node", command.node().text())
                .param("kind", command.order().kind())
                .param("arguments", CommandRow.arguments(command.order()))
                .param("askedBy", CommandRow.text(command.askedBy()))
                .param("state", command.state().name())
                .param("askedAt", DatabaseTime.of(command.askedAt()))
                .param("expiresAt", DatabaseTime.of(command.expiresAt()))
                .param("trace", command.trace().text())
                .update();
    }

    @Override
    public Optional<NodeCommand> find(CommandKey key) {
        return byKey(key, "");
    }

    @Override
    public Optional<NodeCommand> lock(CommandKey key) {
        return byKey(key, " FOR UPDATE");
    }

    private Optional<NodeCommand> byKey(CommandKey key, String lock) {
        return jdbc.sql(SELECT + "WHERE command_key = :key" + lock)
                .param("key", key.text())
                .query(CommandRow::read)
                .optional();
    }

    @Override
    public void save(NodeCommand command, Optional<NodeCommandFile> file) {
        jdbc.sql("""
                UPDATE node_command SET state = :state, begun_at = :begunAt, ended_at = :endedAt, result = :result,
                    file_name = :fileName, file_size = :fileSize, file = :file
                WHERE command_key = :key
                """)
                .param("state", command.state().name())
                .param("begunAt", command.begunAt().map(DatabaseTime::of).orElse(null))
                .param("endedAt", command.endedAt().map(DatabaseTime::of).orElse(null))
                .param("result", command.result())
                .param("fileName", file.map(NodeCommandFile::name).orElse(null))
                .param("fileSize", file.map(sent -> sent.content().length).orElse(0))
                .param("file", file.map(NodeCommandFile::content).orElse(null))
                .param("key", command.key().text())
                .update();
    }

    @Override
    public Optional<NodeCommandFile> file(CommandKey key) {
        return jdbc.sql("SELECT file_name, file FROM node_command WHERE command_key = :key AND file IS NOT NULL")
                .param("key", key.text())
                .query((row, number) -> new NodeCommandFile(row.getString("file_name"), row.getBytes("file")))
                .optional();
    }

    @Override
    public List<NodeCommand> page(NodeKey node, int offset, int limit) {
        return jdbc.sql(SELECT
                        + "WHERE node_key = :node ORDER BY asked_at DESC, command_key LIMIT :limit OFFSET :offset")
                .param("node", node.text())
                .param("limit", limit)
                .param("offset", offset)
                .query(CommandRow::read)
                .list();
    }

    @Override
    public int count(NodeKey node) {
        return counted("", node);
    }

    @Override
    public int open(NodeKey node) {
        return counted(" AND state IN ('PENDING', 'RUNNING')", node);
    }

    private int counted(String condition, NodeKey node) {
        return jdbc.sql("SELECT COUNT(*) FROM node_command WHERE node_key = :node" + condition)
                .param("node", node.text())
                .query(Integer.class)
                .single();
    }

    @Override
    public Map<NodeKey, Set<CommandKey>> pending(Instant now) {
        var pending = new HashMap<NodeKey, Set<CommandKey>>();
        jdbc.sql("SELECT node_key, command_key FROM node_command WHERE state = 'PENDING' AND expires_at > :now")
                .param("now", DatabaseTime.of(now))
                .query(row -> {
                    pending.computeIfAbsent(new NodeKey(row.getString("node_key")), node -> new HashSet<>())
                            .add(new CommandKey(row.getString("command_key")));
                });
        return pending;
    }

    @Override
    public List<NodeCommand> handOut(NodeKey node, Instant now, int limit) {
        var commands = jdbc.sql(SELECT + """
                        WHERE state = 'PENDING' AND node_key = :node AND expires_at > :now
                        ORDER BY asked_at, command_key LIMIT :limit FOR UPDATE
                        """)
                .param("node", node.text())
                .param("now", DatabaseTime.of(now))
                .param("limit", limit)
                .query(CommandRow::read)
                .list();
        if (!commands.isEmpty()) {
            jdbc.sql("UPDATE node_command SET tries = tries + 1 WHERE command_key IN (:keys)")
                    .param(
                            "keys",
                            commands.stream().map(each -> each.key().text()).toList())
                    .update();
        }
        return commands;
    }

    @Override
    public List<NodeCommand> toJudge(Instant now, int limit) {
        return jdbc.sql(SELECT + """
                        WHERE (state = 'PENDING' AND expires_at <= :now) OR state = 'RUNNING'
                        ORDER BY asked_at, command_key LIMIT :limit
                        """)
                .param("now", DatabaseTime.of(now))
                .param("limit", limit)
                .query(CommandRow::read)
                .list();
    }

    @Override
    public int purge(Instant before, int limit) {
        return jdbc.sql("""
                        DELETE FROM node_command WHERE asked_at < :before AND state NOT IN ('PENDING', 'RUNNING')
                        ORDER BY asked_at LIMIT :limit
                        """)
                .param("before", DatabaseTime.of(before))
                .param("limit", limit)
                .update();
    }
}
