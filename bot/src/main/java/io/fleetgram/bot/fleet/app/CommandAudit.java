package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.NodeCommand;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the audit keeps of a command. Results stay with the command: they may be long.
 *
 * @param order name of the order's kind
 */
record CommandAudit(String node, String order, String state) {

    /** Returns the entry for a command that was asked for. */
    static AuditEntry asked(NodeCommand command) {
        return new AuditEntry(command.askedBy(), "node.command", subject(command), Optional.empty(), json(command));
    }

    /** Returns the entry for a command that somebody brought to another state, such as {@code node.command.done}. */
    static AuditEntry moved(AuditEntry.Actor actor, NodeCommand before, NodeCommand after) {
        var action = "node.command." + after.state().name().toLowerCase(Locale.ROOT);
        return new AuditEntry(actor, action, subject(after), json(before), json(after));
    }

    private static String subject(NodeCommand command) {
        return "command:" + command.key();
    }

    private static Optional<String> json(NodeCommand command) {
        return Optional.of(JsonMapper.shared()
                .writeValueAsString(new CommandAudit(
                        command.node().text(),
                        command.order().kind(),
                        command.state().name())));
    }
}
