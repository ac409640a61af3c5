package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.FailedEntry;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.shared.EntryKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a node's card says of entries that failed, inbounds that its core has no feature for, and notices. */
@Component
final class NodeTroubles {

    private static final int ENTRIES_READ = 200;
    private static final int FAILURES_SHOWN = 3;
    private static final int NOTICES_SHOWN = 3;

    private final Nodes nodes;
    private final Inbounds inbounds;
    private final Accounts accounts;

    NodeTroubles(Nodes nodes, Inbounds inbounds, Accounts accounts) {
        this.nodes = nodes;
        this.inbounds = inbounds;
        this.accounts = accounts;
    }

    List<Html> of(NodeOverview overview, Texts texts) {
        var key = overview.node().key();
        var entries = nodes.failedEntries(key, ENTRIES_READ);
        var lines = new ArrayList<Html>();
        lines.addAll(failures(entries, overview.status().failedEntries(), FAILURES_SHOWN, texts));
        lines.addAll(unsupported(entries, texts));
        lines.addAll(notices(key, texts));
        return lines;
    }

    /** Entries that failed or that the core has no feature for; of the failed ones at most so many. */
    List<Html> failed(NodeOverview overview, int most, Texts texts) {
        var entries = nodes.failedEntries(overview.node().key(), ENTRIES_READ);
        var lines = new ArrayList<Html>();
        lines.addAll(failures(entries, overview.status().failedEntries(), most, texts));
        lines.addAll(unsupported(entries, texts));
        return lines;
    }

    private List<Html> failures(List<FailedEntry> entries, int count, int most, Texts texts) {
        var lines = new ArrayList<Html>();
        var failures = entries.stream().filter(entry -> !entry.unsupported()).toList();
        for (var failure : failures.subList(0, Math.min(most, failures.size()))) {
            lines.add(
                    texts.html("console.node.failed", name(failure), failure.reason(), texts.moment(failure.since())));
        }
        if (count > lines.size()) {
            lines.add(texts.html("console.node.more-failed", count - lines.size()));
        }
        return lines;
    }

    /** Accounts on such an inbound say nothing new, so each inbound is named once. */
    private List<Html> unsupported(List<FailedEntry> entries, Texts texts) {
        var tags = entries.stream()
                .filter(FailedEntry::unsupported)
                .map(entry -> tag(inboundOf(EntryKey.parse(entry.entryKey()))))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return tags.isEmpty() ? List.of() : List.of(texts.html("console.node.unsupported", tags));
    }

    private List<Html> notices(NodeKey key, Texts texts) {
        return nodes.notices(key, NOTICES_SHOWN).stream()
                .map(notice -> texts.html("console.node.notice", texts.moment(notice.at()), notice.text()))
                .toList();
    }

    private String name(FailedEntry failure) {
        return switch (EntryKey.parse(failure.entryKey())) {
            case EntryKey.OfInbound of -> tag(of.inbound());
            case EntryKey.UserOnInbound user -> nameOf(user.account()) + " · " + tag(user.inbound());
            case EntryKey.OfNode of -> failure.entryKey();
        };
    }

    private String nameOf(String account) {
        return accounts.find(new AccountKey(account))
                .map(Account::name)
                .map(Object::toString)
                .orElse(account);
    }

    private String tag(String inbound) {
        return inbounds.find(new InboundKey(inbound)).map(Inbound::tag).orElse(inbound);
    }

    private static String inboundOf(EntryKey key) {
        return switch (key) {
            case EntryKey.OfInbound of -> of.inbound();
            case EntryKey.UserOnInbound user -> user.inbound();
            case EntryKey.OfNode of -> of.node();
        };
    }
}
