package io.fleetgram.bot.fleet.jdbc;

import io.fleetgram.bot.audit.AuditEntry.Actor;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.platform.jdbc.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads a command from a row with the columns of {@link #COLUMNS}, and writes what is not one column. */
final class CommandRow {

    static final String COLUMNS = """
            command_key, node_key, kind, arguments, asked_by, state, tries, asked_at, expires_at, begun_at, ended_at,
            result, file_name, file_size, trace_id
            """;

    /** What the orders of all kinds may carry. */
    private record Arguments(int lines) {}

    private CommandRow() {}

    static NodeCommand read(ResultSet row, int number) throws SQLException {
        return new NodeCommand(
                new CommandKey(row.getString("command_key")),
                new NodeKey(row.getString("node_key")),
                order(row.getString("kind"), row.getString("arguments")),
                actor(row.getString("asked_by")),
                NodeCommandState.valueOf(row.getString("state")),
                row.getInt("tries"),
                Columns.instant(row, "asked_at"),
                Columns.instant(row, "expires_at"),
                Columns.optionalInstant(row, "begun_at"),
                Columns.optionalInstant(row, "ended_at"),
                row.getString("result"),
                file(row),
                new TraceId(row.getString("trace_id")));
    }

    private static Optional<NodeCommand.FileFacts> file(ResultSet row) throws SQLException {
        int size = row.getInt("file_size");
        return Columns.optionalText(row, "file_name").map(name -> new NodeCommand.FileFacts(name, size));
    }

    static String arguments(NodeOrder order) {
        return order instanceof NodeOrder.Logs logs
                ? JsonMapper.shared().writeValueAsString(new Arguments(logs.lines()))
                : "{}";
    }

    private static NodeOrder order(String kind, String arguments) {
        return switch (kind) {
            case "CORE_START" -> new NodeOrder.CoreStart();
            case "CORE_STOP" -> new NodeOrder.CoreStop();
            case "CORE_RESTART" -> new NodeOrder.CoreRestart();
            case "LOGS" ->
                new NodeOrder.Logs(JsonMapper.shared()
                        .readValue(arguments, Arguments.class)
                        .lines());
            case "CONFIGURATION" -> new NodeOrder.Configuration();
            case "STATISTICS" -> new NodeOrder.Statistics();
            case "RESYNC" -> new NodeOrder.Resync();
            default ->
                throw new IllegalStateException("the database has a command of a kind that is not known: " + kind);
        };
    }

    static String text(Actor actor) {
        return switch (actor) {
            case Actor.OperatorActor operator ->
                "operator:%d:%d".formatted(operator.telegramUserId(), operator.chatId());
            case Actor.UserActor user -> "user:" + user.telegramUserId();
            case Actor.SystemActor system -> "system:" + system.what();
            case Actor.NodeActor node -> "node:" + node.nodeKey();
            case Actor.CommandLineActor shell -> "command-line:" + shell.systemUser();
        };
    }

    private static Actor actor(String text) {
        var parts = text.split(":", 3);
        return switch (parts[0]) {
            case "operator" -> new Actor.OperatorActor(Long.parseLong(parts[1]), Long.parseLong(parts[2]));
            case "user" -> new Actor.UserActor(Long.parseLong(parts[1]));
            case "node" -> new Actor.NodeActor(parts[1]);
            case "command-line" -> new Actor.CommandLineActor(parts[1]);
            default -> new Actor.SystemActor(parts[1]);
        };
    }
}
