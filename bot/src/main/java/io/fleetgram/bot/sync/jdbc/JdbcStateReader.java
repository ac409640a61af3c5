package io.fleetgram.bot.sync.jdbc;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.Offers;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.bot.sync.app.Snapshot;
import io.fleetgram.bot.sync.app.StateReader;
import io.fleetgram.bot.sync.index.IndexLoading;
import io.fleetgram.bot.sync.index.StateIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Repository;

/** Reads the desired state in snapshot transactions, the version first. */
@Repository
final class JdbcStateReader implements StateReader {

    private final ChangeLog log;
    private final Transactions transactions;
    private final Offers offers;
    private final List<Contributor> contributors;

    JdbcStateReader(ChangeLog log, Transactions transactions, Offers offers, List<Contributor> contributors) {
        this.log = log;
        this.transactions = transactions;
        this.offers = offers;
        this.contributors = contributors;
    }

    @Override
    public StateIndex load(int memory) {
        return transactions.snapshot(() -> {
            long version = log.version();
            var recent = log.newest(version, memory);
            var touched = new TouchedKeys(recent.rows());
            var loading = new IndexLoading(version, offers.byNode(), touched.touches());
            for (var change : recent.rows()) {
                switch (change.row()) {
                    case ChangeRow.Inbound inbound -> loading.resyncAll(change.version());
                    case ChangeRow.ResyncNode node -> loading.resync(node.nodeKey(), change.version());
                    case ChangeRow.Account account -> {}
                    case ChangeRow.Node node -> {}
                    case ChangeRow.NodeRemoved node -> {}
                    case ChangeRow.Certificate certificate -> {}
                }
            }
            contributors.forEach(contributor -> contributor.all(loading::add));
            return loading.finish(memory, recent.floor());
        });
    }

    @Override
    public Reading since(long version) {
        return transactions.snapshot(() -> {
            long now = log.version();
            if (now == version) {
                return new Reading.Nothing();
            }
            if (now < version) {
                return new Reading.Broken("version %d came before %d".formatted(version, now));
            }
            var rows = log.between(version, now);
            long versions =
                    rows.stream().mapToLong(LoggedChange::version).distinct().count();
            if (versions != now - version) {
                return new Reading.Broken(
                        "of the versions %d to %d only %d are in the log".formatted(version + 1, now, versions));
            }
            var touched = new TouchedKeys(rows);
            return new Reading.Advanced(touched.advance(now, contributors, offers));
        });
    }

    @Override
    public Optional<Snapshot> snapshot(String node) {
        return transactions.snapshot(() -> {
            long version = log.version();
            return Optional.ofNullable(offers.byNode().get(node))
                    .map(offered -> Snapshot.of(version, entries(node, offered)));
        });
    }

    private List<StateEntry> entries(String node, Set<String> offered) {
        var entries = new ArrayList<StateEntry>();
        for (var contributor : contributors) {
            contributor.all(entry -> {
                boolean here = switch (entry.scope()) {
                    case Scope.Offering offering -> offered.contains(offering.inboundKey());
                    case Scope.OnNode one -> one.nodeKey().equals(node);
                };
                if (here) {
                    entries.add(entry);
                }
            });
        }
        return entries;
    }
}
