package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.NodeUsage;
import io.fleetgram.bot.traffic.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an account's card says of traffic and of what the account may use. */
@Component
final class AccountFacts {

    private static final int NODES_SHOWN = 5;

    private final Accounts accounts;
    private final Inbounds inbounds;
    private final Usage usage;

    AccountFacts(Accounts accounts, Inbounds inbounds, Usage usage) {
        this.accounts = accounts;
        this.inbounds = inbounds;
        this.usage = usage;
    }

    List<Html> of(Account account, boolean oneNode, Texts texts) {
        var used = usage.of(account.key());
        var lines = new ArrayList<Html>();
        lines.add(used(used.total(), texts));
        if (!oneNode) {
            lines.addAll(byNode(account, texts));
        }
        lines.add(used.lastSeen()
                .map(hour -> texts.html("console.account.seen", texts.moment(hour)))
                .orElseGet(() -> texts.html("console.account.never-seen")));
        lines.add(texts.html("console.account.inbounds", tags(account)));
        lines.add(texts.html("console.account.created", texts.moment(account.createdAt())));
        return lines;
    }

    private static Html used(Amount amount, Texts texts) {
        return texts.html(
                "console.account.used",
                texts.bytes(amount.uplink()),
                texts.bytes(amount.downlink()),
                texts.bytes(amount.total()));
    }

    private List<Html> byNode(Account account, Texts texts) {
        var all = usage.byNode(account.key());
        var lines = new ArrayList<Html>();
        for (var part : all.subList(0, Math.min(NODES_SHOWN, all.size()))) {
            lines.add(texts.html(
                    "console.account.used-on",
                    part.nodeName(),
                    texts.bytes(part.amount().uplink()),
                    texts.bytes(part.amount().downlink())));
        }
        if (all.size() > NODES_SHOWN) {
            long rest = all.stream()
                    .skip(NODES_SHOWN)
                    .map(NodeUsage::amount)
                    .mapToLong(Amount::total)
                    .sum();
            lines.add(texts.html("console.account.used-elsewhere", all.size() - NODES_SHOWN, texts.bytes(rest)));
        }
        return lines;
    }

    private String tags(Account account) {
        return inbounds.find(accounts.inbounds(account.key())).stream()
                .map(Inbound::tag)
                .collect(Collectors.joining(", "));
    }
}
