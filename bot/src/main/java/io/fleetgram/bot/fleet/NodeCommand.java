package io.fleetgram.bot.fleet;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.TraceId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that somebody asked of a node, and what came of it.
 *
 * @param tries how often it was handed to the node
 * @param expiresAt not begun until then, it never begins
 * @param begunAt when the node was allowed to begin
 * @param result for people, at most 2,000 characters; empty while there is none
 * @param file what came with the result; its content is read on its own
 * @param trace the trace id under which it was asked for
 */
public record NodeCommand(
        CommandKey key,
        NodeKey node,
        NodeOrder order,
        AuditEntry.Actor askedBy,
        NodeCommandState state,
        int tries,
        Instant askedAt,
        Instant expiresAt,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        String result,
        Optional<FileFacts> file,
        TraceId trace) {

    /** Name and length in bytes of a file that a node sent. */
    public record FileFacts(String name, int size) {}
}
