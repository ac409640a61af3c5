package io.fleetgram.bot.console.app;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the audit keeps of a node.
 *
 * @param region empty where none was given
 * @param capacity 0 where there is no limit
 */
record NodeAudit(String name, String address, String region, int weight, int capacity, TreeSet<String> tags) {

    static AuditEntry created(AuditEntry.Actor actor, NodeKey key, NodeProfile profile) {
        return new AuditEntry(actor, "node.create", subject(key), Optional.empty(), json(profile));
    }

    static AuditEntry removed(AuditEntry.Actor actor, NodeKey key, NodeProfile profile) {
        return new AuditEntry(actor, "node.delete", subject(key), json(profile), Optional.empty());
    }

    static AuditEntry joinCommand(AuditEntry.Actor actor, Node node) {
        return new AuditEntry(actor, "node.join-command", subject(node.key()), Optional.empty(), json(node.profile()));
    }

    private static String subject(NodeKey key) {
        return "node:" + key;
    }

    private static Optional<String> json(NodeProfile profile) {
        return Optional.of(JsonMapper.shared()
                .writeValueAsString(new NodeAudit(
                        profile.name(),
                        profile.address(),
                        profile.region().orElse(""),
                        profile.weight(),
                        profile.capacity().orElse(0),
                        new TreeSet<>(profile.tags()))));
    }
}
