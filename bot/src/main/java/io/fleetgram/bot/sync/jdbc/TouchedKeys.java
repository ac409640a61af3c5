package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.Offers;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.bot.sync.index.Advance;
import io.fleetgram.bot.sync.index.Touch;
import io.fleetgram.shared.EntryKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What rows of the change log touch. */
final class TouchedKeys {

    /** Keys that a contributor is asked for at once, so that no statement grows without bound. */
    private static final int AT_ONCE = 1_000;

    private final List<Touch> touches = new ArrayList<>();
    private final Set<String> resync = new HashSet<>();
    private final List<ChangeRow> identity = new ArrayList<>();
    private boolean offersMayDiffer;

    TouchedKeys(List<LoggedChange> rows) {
        rows.forEach(this::sort);
    }

    List<Touch> touches() {
        return touches;
    }

    /** Reads the present state of the keys. Call it in the transaction that read the rows. */
    Advance advance(long version, List<Contributor> contributors, Offers offers) {
        return new Advance(
                version,
                touches,
                present(contributors),
                offersMayDiffer ? Optional.of(offers.byNode()) : Optional.empty(),
                resync,
                identity);
    }

    private void sort(LoggedChange change) {
        switch (change.row()) {
            case ChangeRow.Account account -> {
                var key = new EntryKey.UserOnInbound(account.accountKey(), account.inboundKey());
                touches.add(account.node()
                        .map(node -> new Touch(change.version(), key, new Scope.OnNode(node)))
                        .orElseGet(() -> Touch.of(change.version(), key)));
            }
            case ChangeRow.Inbound inbound -> {
                touches.add(Touch.of(change.version(), new EntryKey.OfInbound(inbound.inboundKey())));
                offersMayDiffer = true;
            }
            case ChangeRow.Node node -> touches.add(Touch.of(change.version(), new EntryKey.OfNode(node.nodeKey())));
            case ChangeRow.ResyncNode node -> {
                touches.add(Touch.of(change.version(), new EntryKey.OfNode(node.nodeKey())));
                resync.add(node.nodeKey());
                offersMayDiffer = true;
            }
            case ChangeRow.NodeRemoved node -> {
                touches.add(Touch.of(change.version(), new EntryKey.OfNode(node.nodeKey())));
                identity.add(node);
                offersMayDiffer = true;
            }
            case ChangeRow.Certificate certificate -> identity.add(certificate);
        }
    }

    private Map<String, StateEntry> present(List<Contributor> contributors) {
        var keys = new LinkedHashSet<EntryKey>();
        touches.forEach(touch -> keys.add(touch.key()));
        var present = new HashMap<String, StateEntry>();
        for (var contributor : contributors) {
            var own = keys.stream().filter(contributor::owns).toList();
            for (int from = 0; from < own.size(); from += AT_ONCE) {
                var some = own.subList(from, Math.min(own.size(), from + AT_ONCE));
                contributor
                        .present(some)
                        .forEach(entry -> present.put(entry.key().text(), entry));
            }
        }
        return present;
    }
}
