package io.fleetgram.bot.inbounds.grpc;

import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.EntryKey;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The inbounds' part of the desired state: one entry for each that is enabled, held by the nodes that offer it. */
@Component
final class InboundEntries implements Contributor {

    private final Inbounds inbounds;

    InboundEntries(Inbounds inbounds) {
        this.inbounds = inbounds;
    }

    @Override
    public boolean owns(EntryKey key) {
        return key instanceof EntryKey.OfInbound;
    }

    @Override
    public List<StateEntry> present(Collection<EntryKey> keys) {
        var named = keys.stream()
                .map(key -> new InboundKey(((EntryKey.OfInbound) key).inbound()))
                .toList();
        return inbounds.find(named).stream()
                .filter(Inbound::enabled)
                .map(InboundEntries::entry)
                .toList();
    }

    @Override
    public void all(Consumer<StateEntry> sink) {
        inbounds.all().stream()
                .filter(Inbound::enabled)
                .map(InboundEntries::entry)
                .forEach(sink);
    }

    private static StateEntry entry(Inbound inbound) {
        var key = inbound.key().text();
        return new StateEntry(
                new EntryKey.OfInbound(key), InboundMessages.body(inbound), new StateEntry.Scope.Offering(key));
    }
}
