package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.NodeSettings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Each node's own settings as an entry that only it holds. */
@Component
final class NodeEntries implements Contributor {

    private final Nodes nodes;

    NodeEntries(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public boolean owns(EntryKey key) {
        return key instanceof EntryKey.OfNode;
    }

    @Override
    public List<StateEntry> present(Collection<EntryKey> keys) {
        var named = new HashSet<>(keys);
        return nodes.living().stream()
                .map(NodeEntries::entry)
                .filter(entry -> named.contains(entry.key()))
                .toList();
    }

    @Override
    public void all(Consumer<StateEntry> sink) {
        nodes.living().stream().map(NodeEntries::entry).forEach(sink);
    }

    private static StateEntry entry(NodeKey node) {
        var body = EntryBody.newBuilder()
                .setNode(NodeSettings.newBuilder().setNodeKey(node.text()))
                .build();
        return new StateEntry(
                new EntryKey.OfNode(node.text()), body.toByteArray(), new StateEntry.Scope.OnNode(node.text()));
    }
}
